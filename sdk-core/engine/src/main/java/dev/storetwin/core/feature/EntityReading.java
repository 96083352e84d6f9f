package dev.storetwin.core.feature;

import dev.storetwin.feature.DailyWindow;
import dev.storetwin.feature.Feature;
import dev.storetwin.feature.FeatureEntity;
import dev.storetwin.feature.FeatureReading;
import dev.storetwin.feature.FeatureVector;
import dev.storetwin.feature.Grain;
import dev.storetwin.feature.Measure;
import dev.storetwin.feature.Window;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The shop as the features of one entity see it, one feature after the other: the one place where a kernel meets a state.
 *
 * <p>How it works: a column of days is read when the first feature asks for it and cut for each feature by its window. Features with another
 * availability delay look from another day back, and have columns of their own only where that day is another.
 */
final class EntityReading implements FeatureReading {

    /** The days of one measure that end before one day. */
    private record Column(long[] cells, Map<Window, DailyWindow> windows) {

        /** The same for all features that share it: its sums are made once. */
        DailyWindow cut(Window window, Measure measure) {
            return windows.computeIfAbsent(
                    window,
                    it -> new DailyWindow(cells, cells.length - window.reach(), window.days(), measure.cellsPerUnit()));
        }
    }

    private final ReadingPlan plan;
    private final TwinState state;
    private final DailySource days;
    private final Published published;
    private final FeatureEntity subject;
    private final Instant asOf;
    private final Instant[] moments;
    private final LocalDate[] todays;
    private final List<Map<Grain, Map<Measure, Column>>> columns = new ArrayList<>();
    private final Map<Grain, FeatureEntity> entities = new EnumMap<>(Grain.class);

    private int place;
    private Feature feature;
    private FeatureEntity entity;
    private @Nullable String reason;
    private @Nullable Instant describes;
    private Instant sameUntil;
    private boolean looksAtAll;

    EntityReading(
            ReadingPlan plan,
            TwinState state,
            DailySource days,
            Published published,
            FeatureEntity subject,
            Instant asOf) {
        this.plan = plan;
        this.state = state;
        this.days = days;
        this.published = published;
        this.subject = subject;
        this.asOf = asOf;
        int delays = plan.delays().size();
        this.moments = new Instant[delays];
        this.todays = new LocalDate[delays];
        for (int i = 0; i < delays; i++) {
            moments[i] = asOf.minus(plan.delays().get(i));
            var day = moments[i].atZone(state.zone()).toLocalDate();
            todays[i] = day;
            columns.add(i > 0 && todays[i - 1].equals(day) ? columns.get(i - 1) : new EnumMap<>(Grain.class));
        }
        this.sameUntil = nextDay();
        this.entity = subject;
        this.feature = plan.set().features().get(0);
    }

    /** Computes all features. */
    FeatureVector vector() {
        var recorder = new FeatureVector.Recorder(plan.set());
        for (int turn = 0; turn < plan.set().size(); turn++) {
            turnTo(plan.place(turn));
            record(recorder, feature.kernel().compute(this));
        }
        return recorder.done(subject, asOf, state.revision(), state.zone());
    }

    /** When one of the days that windows end before is over. */
    private Instant nextDay() {
        var next = Instant.MAX;
        for (int i = 0; i < todays.length; i++) {
            var over = todays[i]
                    .plusDays(1)
                    .atStartOfDay(state.zone())
                    .toInstant()
                    .plus(plan.delays().get(i));
            next = over.isBefore(next) ? over : next;
        }
        return next;
    }

    /** The first moment after that of the vector at which its numbers may be others although the entity's part of the state is the same. */
    Instant sameUntil() {
        return sameUntil;
    }

    /** Whether a feature looked at more than the entity's part of the state. */
    boolean looksAtAll() {
        return looksAtAll;
    }

    private void changesAt(Instant moment) {
        sameUntil = moment.isBefore(sameUntil) ? moment : sameUntil;
    }

    private void turnTo(int next) {
        place = next;
        feature = plan.set().features().get(next);
        entity = at(feature.definition().grain());
        reason = null;
        describes = null;
    }

    private FeatureEntity at(Grain grain) {
        return entities.computeIfAbsent(grain, subject::at);
    }

    private void record(FeatureVector.Recorder recorder, double value) {
        if (reason != null) {
            recorder.missing(place, reason);
        } else if (Double.isFinite(value)) {
            recorder.value(place, value + 0.0);
        } else {
            recorder.missing(place, "its kernel gave no finite number");
        }
        if (describes != null) {
            recorder.describes(place, describes);
        }
    }

    @Override
    public FeatureEntity entity() {
        return entity;
    }

    @Override
    public TwinState state() {
        looksAtAll = true;
        return state;
    }

    @Override
    public Instant asOf() {
        changesAt(asOf);
        return asOf;
    }

    @Override
    public Instant moment() {
        changesAt(asOf);
        return now();
    }

    private Instant now() {
        return moments[plan.delay(place)];
    }

    @Override
    public OptionalDouble available() {
        noteNextChange();
        return days.available(entity, now());
    }

    @Override
    public OptionalDouble price() {
        noteNextChange();
        return days.price(entity, now());
    }

    private void noteNextChange() {
        var next = days.unchangedUntil(entity, now());
        changesAt(next.equals(Instant.MAX) ? next : next.plus(plan.delays().get(plan.delay(place))));
    }

    @Override
    public LocalDate today() {
        return todays[plan.delay(place)];
    }

    @Override
    public DailyWindow daily(Measure measure) {
        var window = feature.definition().window();
        if (window.lag() < 0) {
            var end = today().plusDays(-window.lag());
            return new DailyWindow(cellsUntil(end, measure, window.days()), 0, window.days(), measure.cellsPerUnit());
        }
        return column(measure, window.reach()).cut(window, measure);
    }

    private Column column(Measure measure, int reach) {
        var ofGrain =
                columns.get(plan.delay(place)).computeIfAbsent(entity.grain(), it -> new EnumMap<>(Measure.class));
        var column = ofGrain.get(measure);
        if (column == null || column.cells().length < reach) {
            column = new Column(cellsUntil(today(), measure, reach), new HashMap<>());
            ofGrain.put(measure, column);
        }
        return column;
    }

    private long[] cellsUntil(LocalDate end, Measure measure, int count) {
        return days.cells(entity, measure, end.minusDays(count), count);
    }

    @Override
    public OptionalDouble published(String name) {
        var value = published.value(name, entity, asOf);
        changesAt(published.unchangedUntil(name, entity, asOf));
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        describes = value.get().describes();
        return OptionalDouble.of(value.get().value());
    }

    @Override
    public double missing(String why) {
        reason = why;
        return Double.NaN;
    }
}
