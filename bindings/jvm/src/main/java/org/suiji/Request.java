package org.suiji;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.suiji.internal.Calls;
import org.suiji.internal.Json;
import org.suiji.internal.Utf8;

/**
 * Something that happened after the draw, such as an inspector who is ill or an entity that has closed. {@link Sealed} makes
 * amendments (变更) of requests. A request does not contain who steps in, because the seed decides that.
 */
public final class Request extends RequestFields {
    Request(Map<String, Object> fields) {
        super(fields);
    }

    private static Fields of(AmendmentKind kind, OffsetDateTime at, String approvedBy, String reason) {
        return new Fields()
                .with("kind", kind)
                .with("at", Objects.requireNonNull(at, "at"))
                .with("approved_by", Objects.requireNonNull(approvedBy, "approvedBy"))
                .with("reason", Objects.requireNonNull(reason, "reason"));
    }

    private static Request checked(Fields fields) {
        Request request = new Request(fields.map());
        TextDocument.check(Calls.REQUESTS, json(Collections.singletonList(request)));
        return request;
    }

    /** Requests as a document. */
    static byte[] json(List<Request> requests) {
        return Utf8.bytes(Json.write(Fields.json("requests", Objects.requireNonNull(requests, "requests"))));
    }

    /**
     * Creates the request that inspectors take no further seat. They keep the seats that they hold. To make them leave
     * these, use {@link #substitute} with {@link AmendedState#seatsOf}.
     *
     * @param at the time of the decision; fractions of a second are dropped
     * @param approvedBy the person who approved it
     * @param reason the reason
     * @param inspectors the ids of the inspectors, at least one, in any order
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request away(OffsetDateTime at, String approvedBy, String reason, List<String> inspectors) {
        return checked(of(AmendmentKind.AWAY, at, approvedBy, reason).withFull("inspectors", inspectors));
    }

    /**
     * Creates the request that inspectors are no longer away.
     *
     * @param at the time of the decision; fractions of a second are dropped
     * @param approvedBy the person who approved it
     * @param reason the reason
     * @param inspectors the ids of the inspectors, at least one, in any order
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request back(OffsetDateTime at, String approvedBy, String reason, List<String> inspectors) {
        return checked(of(AmendmentKind.BACK, at, approvedBy, reason).withFull("inspectors", inspectors));
    }

    /**
     * Creates the request that the inspectors in these seats leave them (替补). They can be given other seats later, unless they are
     * {@link #away} too. A seat that nobody can take stays vacant.
     *
     * @param at the time of the decision; fractions of a second are dropped
     * @param approvedBy the person who approved it
     * @param reason the reason
     * @param seats the seats, at least one, in any order; somebody holds each of them
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request substitute(OffsetDateTime at, String approvedBy, String reason, List<Seat> seats) {
        return checked(of(AmendmentKind.SUBSTITUTE, at, approvedBy, reason).withFull("seats", seats));
    }

    /**
     * Creates the request that the next reserve (备选) is visited in addition to an entity that cannot be inspected.
     *
     * @param at the time of the decision; fractions of a second are dropped
     * @param approvedBy the person who approved it
     * @param reason the reason
     * @param task the id of the task
     * @param entity the id of the entity
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request reserve(OffsetDateTime at, String approvedBy, String reason, String task, String entity) {
        return checked(of(AmendmentKind.RESERVE, at, approvedBy, reason)
                .with("task", Objects.requireNonNull(task, "task"))
                .with("entity", Objects.requireNonNull(entity, "entity")));
    }

    /**
     * Creates the request that the office fills a vacant seat with an inspector of its choice.
     *
     * @param at the time of the decision; fractions of a second are dropped
     * @param approvedBy the person who approved it
     * @param reason the reason
     * @param seat the vacant seat
     * @param inspector the id of the inspector, who does not have to be in the roster
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request byHand(OffsetDateTime at, String approvedBy, String reason, Seat seat, String inspector) {
        return checked(of(AmendmentKind.BY_HAND, at, approvedBy, reason)
                .with("task", seat.task())
                .with("entity", seat.entity())
                .with("seat", seat.number())
                .with("inspector", Objects.requireNonNull(inspector, "inspector")));
    }

    /**
     * Reads requests from a JSON list: {@code kind}, {@code at}, {@code approved_by}, {@code reason} and the fields of
     * the kind, as in an amendment, without the fields that the seed decides.
     *
     * @param json the document
     * @return the requests
     * @throws SuijiException with all faults of the document
     */
    public static List<Request> fromJson(byte[] json) {
        return Fields.list(Json.read(TextDocument.check(Calls.REQUESTS, json)), Fields.object(Request::new));
    }

    /**
     * Reads requests from a JSON list.
     *
     * @param json the document
     * @return the requests
     * @throws SuijiException with all faults of the document
     */
    public static List<Request> fromJson(String json) {
        return fromJson(Utf8.bytes(Objects.requireNonNull(json, "json")));
    }
}
