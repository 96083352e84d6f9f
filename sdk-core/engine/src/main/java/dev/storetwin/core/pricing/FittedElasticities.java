package dev.storetwin.core.pricing;

import dev.storetwin.state.TwinState;
import java.lang.ref.WeakReference;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Elasticities fitted to the state that is asked about.
 *
 * <p>A fit takes long for a large shop, so the last one is kept. Whole weeks only go into it: an event of today leaves the weeks before as
 * they were, and a look at these is enough to see that the book still holds. What is kept never changes an answer.
 */
public final class FittedElasticities implements ElasticitySource {

    private final ElasticityOptions options;
    private final Runnable called;
    private Optional<Fitted> last = Optional.empty();

    public FittedElasticities(ElasticityOptions options) {
        this(options, () -> {});
    }

    /** @param called hears of every book that has to be estimated, on the thread that does it */
    public FittedElasticities(ElasticityOptions options, Runnable called) {
        this.options = options;
        this.called = called;
    }

    private record Fitted(WeakReference<TwinState> state, LocalDate until, String fingerprint, ElasticityBook book) {

        boolean isFor(TwinState other, LocalDate week) {
            return state.refersTo(other) && until.equals(week);
        }
    }

    @Override
    public synchronized ElasticityBook at(TwinState state, Instant asOf) {
        var today = asOf.atZone(state.zone()).toLocalDate();
        var until = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var fitted = last.filter(it -> it.isFor(state, until)).orElseGet(() -> fit(state, until));
        last = Optional.of(fitted);
        return fitted.book();
    }

    private Fitted fit(TwinState state, LocalDate until) {
        var record = PriceRecord.of(state, until, options.historyDays());
        var fingerprint = record.fingerprint();
        var book = last.filter(it -> it.until().equals(until))
                .filter(it -> it.fingerprint().equals(fingerprint))
                .map(Fitted::book)
                .orElseGet(() -> estimate(record));
        return new Fitted(new WeakReference<>(state), until, fingerprint, book);
    }

    private ElasticityBook estimate(PriceRecord record) {
        called.run();
        return ElasticityBook.of(record, options);
    }
}
