package example;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses bodies that are too large before they fill the memory, because servers limit only forms. */
@ControllerAdvice
class Bodies extends RequestBodyAdviceAdapter {
    private final long limit;

    Bodies(@Value("${draws.body-limit}") long limit) {
        this.limit = limit;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message, MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        HttpHeaders headers = message.getHeaders();
        if (headers.getContentLength() > limit) {
            throw tooLarge();
        }
        InputStream body = new Limited(message.getBody());
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return headers;
            }
        };
    }

    private Refused tooLarge() {
        return new Refused(HttpStatus.PAYLOAD_TOO_LARGE, "请求超过 " + limit + " 字节");
    }

    /** Counts a body while it is read, because its header may not have the length. */
    private final class Limited extends FilterInputStream {
        private long left = limit;

        Limited(InputStream body) {
            super(body);
        }

        private int count(int read) {
            left -= Math.max(read, 0);
            if (left < 0) {
                throw tooLarge();
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] to, int from, int size) throws IOException {
            return count(super.read(to, from, size));
        }
    }
}
