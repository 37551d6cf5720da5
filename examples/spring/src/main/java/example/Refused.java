package example;

import org.springframework.http.HttpStatus;

/** A request that cannot be served, for another reason than a document that suiji refuses. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    Refused(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
