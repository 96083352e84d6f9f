package dev.storetwin.core.state;

import dev.storetwin.event.EntityKind;
import dev.storetwin.state.AppliedAction;
import dev.storetwin.type.DecisionId;
import dev.storetwin.type.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The twin's own writes of one price, as the shop reports them back.
 *
 * <p>How it works: a report is the echo of a write when it tells its price, up to what a till rounds away, from the time of the write on, and when
 * no other price was told to have stood between the two. So reports may come late, twice, in any order and after a later write or a rollback; and
 * who sets the same price by hand, after another one stood, is not taken for the twin.
 *
 * @param reading the documents of the decisions
 * @param acts    what was written, or tried to be, what stands first
 * @param told    all prices that were reported, oldest first
 */
record PriceEchoes(Reading reading, List<AppliedAction> acts, List<PriceEntry> told) {

    /** How far the clocks of two machines are apart at most. */
    private static final Duration CLOCKS = Duration.ofMinutes(15);

    static final Comparator<AppliedAction> NEWEST_FIRST = Comparator.comparing(AppliedAction::at)
            .thenComparing(AppliedAction::decision)
            .reversed();

    /** The write that a price standing from a moment on is the echo of. */
    Optional<DecisionId> of(Money price, Instant from) {
        return acts.stream()
                .filter(it -> it.commitment().price().filter(price::isNearly).isPresent())
                .filter(it -> !from.isBefore(begun(it).minus(CLOCKS)))
                .filter(it -> stoodSince(it, from))
                .map(AppliedAction::decision)
                .findFirst();
    }

    /** Before the platform was asked; what it answers is known later. */
    private Instant begun(AppliedAction act) {
        return DecisionFold.begun(
                        reading.document(EntityKind.DECISION, act.decision().value()))
                .map(it -> it.header().occurredAt())
                .orElse(act.at());
    }

    private boolean stoodSince(AppliedAction act, Instant until) {
        var price = act.commitment().price().orElseThrow();
        long from = EpochNanos.nanos(act.at());
        long to = EpochNanos.nanos(until);
        return told.stream().filter(it -> it.nanos() > from && it.nanos() < to).allMatch(it -> it.price()
                .isNearly(price));
    }

    /** Whether the shop has told, since an act, a price that is none of the twin's own. */
    boolean isOverruled(AppliedAction act) {
        return told.stream()
                .map(PriceEntry::point)
                .filter(it -> it.from().isAfter(act.at()))
                .anyMatch(it -> of(it.price(), it.from()).isEmpty());
    }

    /** What stands as applied comes first; then what failed or was rolled back: a lost answer looks like a failure, and an echo may be late. */
    static List<AppliedAction> inOrder(Stream<AppliedAction> applied, Stream<AppliedAction> tried) {
        return Stream.concat(applied.sorted(NEWEST_FIRST), tried.sorted(NEWEST_FIRST))
                .toList();
    }
}
