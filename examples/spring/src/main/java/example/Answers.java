package example;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.suiji.SuijiException;

/** The answers to requests that are refused. */
@RestControllerAdvice
class Answers {
    /** All faults, with codes, places and messages in Chinese and English: {@code error.schema.json}. */
    @ExceptionHandler
    ResponseEntity<SuijiException> document(SuijiException refused) {
        return ResponseEntity.unprocessableEntity().contentType(MediaType.APPLICATION_JSON).body(refused);
    }

    @ExceptionHandler
    ResponseEntity<String> request(Refused refused) {
        return text(refused.status(), refused.getMessage());
    }

    /** The message of the database has the values of the row, so it is not shown. */
    @ExceptionHandler
    ResponseEntity<String> second(DuplicateKeyException refused) {
        return text(HttpStatus.CONFLICT, "已经存在，不再改动");
    }

    private static ResponseEntity<String> text(HttpStatus status, String message) {
        return ResponseEntity.status(status).contentType(MediaType.valueOf("text/plain;charset=UTF-8")).body(message);
    }
}
