package dev.storetwin.core.pricing;

import dev.storetwin.core.pricing.response.Fingerprint;
import dev.storetwin.core.pricing.response.PriceRecord;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.EntityKind;
import dev.storetwin.state.StateDifference;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Sku;
import java.lang.ref.SoftReference;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Elasticities fitted to the state that is asked about.
 *
 * <p>A fit takes long for a large shop, so the last one is kept. Whole weeks only go into it: an event of today leaves the weeks before as
 * they were, and a look at these is enough to see that the book still holds. From one state to the next only those SKUs are looked at of which
 * anything was heard. What is kept never changes an answer.
 */
public final class FittedElasticities implements ElasticitySource {

    /** What may say something new of any SKU. */
    private static final Set<EntityKind> OF_MANY =
            EnumSet.of(EntityKind.PROMOTION, EntityKind.PRODUCT, EntityKind.VARIANT);

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

    /**
     * The last book.
     *
     * @param state       that it was last found to hold for, as long as there is memory
     * @param from        first day that was read
     * @param fingerprint of all that was read
     */
    private record Fitted(
            SoftReference<TwinState> state,
            LocalDate from,
            LocalDate until,
            Fingerprint fingerprint,
            ElasticityBook book) {

        boolean isFor(TwinState other, LocalDate week) {
            return state.refersTo(other) && until.equals(week);
        }

        boolean saw(PriceRecord record, Fingerprint read) {
            return isOf(record) && fingerprint.toString().equals(read.toString());
        }

        boolean isOf(PriceRecord record) {
            return from.equals(record.from()) && until.equals(record.until());
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
        var read = last.filter(it -> it.isOf(record))
                .flatMap(it -> readOn(it, state, record))
                .orElseGet(() -> sum(Fingerprint.none(), record, record.skus()));
        var book = last.filter(it -> it.saw(record, read)).map(Fitted::book).orElseGet(() -> estimate(record, read));
        return new Fitted(new SoftReference<>(state), record.from(), until, read, book);
    }

    private static Fingerprint sum(Fingerprint sum, PriceRecord record, Collection<Sku> skus) {
        skus.forEach(sku -> sum.plus(record.fingerprint(sku)));
        return sum;
    }

    /** What was read of the state before, with what was heard since; empty when that may concern any SKU. */
    private Optional<Fingerprint> readOn(Fitted fitted, TwinState state, PriceRecord record) {
        return Optional.ofNullable(fitted.state().get()).flatMap(before -> difference(before, state)
                .map(it -> readOn(fitted, PriceRecord.of(before, fitted.until(), options.historyDays()), record, it)));
    }

    private static Fingerprint readOn(Fitted fitted, PriceRecord before, PriceRecord now, StateDifference difference) {
        var read = Fingerprint.none().plus(fitted.fingerprint());
        for (var sku : difference.skus()) {
            read.minus(before.fingerprint(sku)).plus(now.fingerprint(sku));
        }
        return read;
    }

    private static Optional<StateDifference> difference(TwinState before, TwinState now) {
        return before instanceof ShopState one && now instanceof ShopState other
                ? Optional.of(one.difference(other))
                        .filter(it -> it.others().stream().noneMatch(entity -> OF_MANY.contains(entity.kind())))
                : Optional.empty();
    }

    private ElasticityBook estimate(PriceRecord record, Fingerprint read) {
        called.run();
        return ElasticityBook.of(record, options, "%s-%s-%s".formatted(record.from(), record.until(), read));
    }
}
