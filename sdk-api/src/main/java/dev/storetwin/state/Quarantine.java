package dev.storetwin.state;

import dev.storetwin.event.TwinEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Events that were refused, kept until somebody repairs or discards them. An event that comes again is kept once.
 *
 * <pre>{@code
 * twin.quarantine().replay(it -> it.defect() == Defect.PRICE_LEAP, event -> inUnits(event));
 * }</pre>
 */
public interface Quarantine {

    /** What is kept, in order of arrival. */
    List<QuarantinedEvent> events();

    /** How many are kept of each defect; defects without any are absent. */
    Map<Defect, Long> counts();

    /** How many had to go because there was no room for more. */
    long lost();

    /**
     * Offers events to the twin again. One that the twin knows now leaves the quarantine; one that is refused again stays as it was
     * repaired, with the new reason. A repair that throws leaves its event as it is.
     *
     * @param which  the events to try
     * @param repair makes of an event what it should have been; {@link UnaryOperator#identity()} when the rules have changed instead
     */
    Replayed replay(Predicate<QuarantinedEvent> which, UnaryOperator<TwinEvent> repair);

    /** Gives events up for good. Answers how many. */
    long discard(Predicate<QuarantinedEvent> which);
}
