package org.suiji;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.suiji.kotlin.Event;

/**
 * Something that happened after the draw, such as an inspector who is ill or an entity that has closed. {@link Sealed} makes
 * amendments (变更) of requests. Who steps in is not part of a request: that follows from the seed.
 */
public final class Request extends Native<org.suiji.kotlin.Request> {
    Request(org.suiji.kotlin.Request core) {
        super(core);
    }

    private static Request of(Event event, OffsetDateTime at, String approvedBy, String reason) throws SuijiException {
        String written = Values.time(at);
        return Call.run(call -> new Request(new org.suiji.kotlin.Request(event, written, approvedBy, reason)));
    }

    /**
     * Creates the request that inspectors take no further seat. They keep the seats that they hold.
     *
     * @param at when it was decided; fractions of a second are dropped
     * @param approvedBy who approved it
     * @param reason why
     * @param inspectors the ids of the inspectors, in any order
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request away(OffsetDateTime at, String approvedBy, String reason, List<String> inspectors)
            throws SuijiException {
        return of(new Event.Away(new ArrayList<>(inspectors)), at, approvedBy, reason);
    }

    /**
     * Creates the request that inspectors are away no more.
     *
     * @param at when it was decided; fractions of a second are dropped
     * @param approvedBy who approved it
     * @param reason why
     * @param inspectors the ids of the inspectors, in any order
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request back(OffsetDateTime at, String approvedBy, String reason, List<String> inspectors)
            throws SuijiException {
        return of(new Event.Back(new ArrayList<>(inspectors)), at, approvedBy, reason);
    }

    /**
     * Creates the request that the inspectors in these seats leave them (替补).
     *
     * @param at when it was decided; fractions of a second are dropped
     * @param approvedBy who approved it
     * @param reason why
     * @param seats the seats, in any order; somebody holds each of them
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request substitute(OffsetDateTime at, String approvedBy, String reason, List<Seat> seats)
            throws SuijiException {
        return of(new Event.Substitute(Values.list(seats, Seat::core)), at, approvedBy, reason);
    }

    /**
     * Creates the request that the next reserve (备选) is visited in addition to an entity that cannot be inspected.
     *
     * @param at when it was decided; fractions of a second are dropped
     * @param approvedBy who approved it
     * @param reason why
     * @param task the id of the task
     * @param entity the id of the entity
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request reserve(OffsetDateTime at, String approvedBy, String reason, String task, String entity)
            throws SuijiException {
        return of(new Event.Reserve(task, entity), at, approvedBy, reason);
    }

    /**
     * Creates the request that the office fills a vacant seat with an inspector of its choice.
     *
     * @param at when it was decided; fractions of a second are dropped
     * @param approvedBy who approved it
     * @param reason why
     * @param seat the vacant seat
     * @param inspector the id of the inspector, who does not have to be in the roster
     * @return the request
     * @throws SuijiException if a value is invalid
     */
    public static Request byHand(OffsetDateTime at, String approvedBy, String reason, Seat seat, String inspector)
            throws SuijiException {
        return of(new Event.ByHand(seat.core(), inspector), at, approvedBy, reason);
    }

    /**
     * Reads requests from a JSON list: {@code kind}, {@code at}, {@code approved_by}, {@code reason} and the fields of the kind, as
     * in an amendment, without what follows from the seed.
     *
     * @param json the document
     * @return the requests
     * @throws SuijiException with all faults of the document
     */
    public static List<Request> fromJson(byte[] json) throws SuijiException {
        return Call.run(call -> Values.list(org.suiji.kotlin.SuijiKt.requestsFromJson(json), Request::new));
    }

    /**
     * Reads requests from a JSON list.
     *
     * @param json the document
     * @return the requests
     * @throws SuijiException with all faults of the document
     */
    public static List<Request> fromJson(String json) throws SuijiException {
        return fromJson(Values.utf8(json));
    }

    /**
     * Returns when it was decided.
     *
     * @return the time with its offset
     */
    public OffsetDateTime at() {
        return Call.read(call -> OffsetDateTime.parse(call.hold(this).at()));
    }

    /**
     * Returns who approved it.
     *
     * @return a person or an office
     */
    public String approvedBy() {
        return Call.read(call -> call.hold(this).approvedBy());
    }

    /**
     * Returns why it was decided.
     *
     * @return the reason
     */
    public String reason() {
        return Call.read(call -> call.hold(this).reason());
    }

    @Override
    String describe() {
        return "Request(" + at() + ", " + reason() + ")";
    }
}
