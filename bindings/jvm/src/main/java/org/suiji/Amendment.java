package org.suiji;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One amendment (变更). Which of the values it has depends on its kind. */
public final class Amendment {
    private final org.suiji.kotlin.Amendment core;

    Amendment(org.suiji.kotlin.Amendment core) {
        this.core = core;
    }

    /**
     * Returns the amendment before it.
     *
     * @return its digest; for the first amendment, the digest of the record
     */
    public String previous() {
        return core.getPrevious();
    }

    /**
     * Returns when it was decided.
     *
     * @return the time with its offset
     */
    public OffsetDateTime at() {
        return OffsetDateTime.parse(core.getAt());
    }

    /**
     * Returns who approved it.
     *
     * @return a person or an office
     */
    public String approvedBy() {
        return core.getApprovedBy();
    }

    /**
     * Returns why it was decided.
     *
     * @return the reason
     */
    public String reason() {
        return core.getReason();
    }

    /**
     * Returns the kind.
     *
     * @return {@code away}, {@code back}, {@code substitute}, {@code reserve} or {@code by_hand}
     */
    public String kind() {
        return core.getKind();
    }

    /**
     * Returns the inspectors who are away, or are no more.
     *
     * @return their ids; empty unless the kind is {@code away} or {@code back}
     */
    public List<String> inspectors() {
        return Collections.unmodifiableList(core.getInspectors());
    }

    /**
     * Returns the seats that change hands.
     *
     * @return the seats; empty unless the kind is {@code substitute}
     */
    public List<Substitution> seats() {
        return Values.list(core.getSeats(), Substitution::new);
    }

    /**
     * Returns the task.
     *
     * @return the id of the task, if the kind is {@code reserve} or {@code by_hand}
     */
    public Optional<String> task() {
        return Optional.ofNullable(core.getTask());
    }

    /**
     * Returns the entity: the one that cannot be inspected, or the one whose team has the vacant seat.
     *
     * @return the id of the entity, if the kind is {@code reserve} or {@code by_hand}
     */
    public Optional<String> entity() {
        return Optional.ofNullable(core.getEntity());
    }

    /**
     * Returns the reserve (备选) that is visited in addition.
     *
     * @return the id of the reserve, if the kind is {@code reserve}
     */
    public Optional<String> reserve() {
        return Optional.ofNullable(core.getReserve());
    }

    /**
     * Returns the inspectors who visit the reserve.
     *
     * @return their ids, in the order of the seats
     */
    public List<String> members() {
        return Collections.unmodifiableList(core.getMembers());
    }

    /**
     * Returns the vacant seats of the team that visits the reserve.
     *
     * @return the numbers of the seats, counted from 0
     */
    public List<Long> vacant() {
        return Collections.unmodifiableList(core.getVacant());
    }

    /**
     * Returns the task whose team visits the reserve.
     *
     * @return the id of the task, if one visit serves both tasks
     */
    public Optional<String> joins() {
        return Optional.ofNullable(core.getJoins());
    }

    /**
     * Returns the seat that was filled by hand.
     *
     * @return the number of the seat, counted from 0, if the kind is {@code by_hand}
     */
    public OptionalLong seat() {
        return Values.optional(core.getSeat());
    }

    /**
     * Returns who was chosen.
     *
     * @return the id of the inspector, if the kind is {@code by_hand}
     */
    public Optional<String> inspector() {
        return Optional.ofNullable(core.getInspector());
    }

    @Override
    public String toString() {
        return core.toString();
    }
}
