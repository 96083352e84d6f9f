package dev.storetwin.core.forecast.global;

import dev.storetwin.forecast.DemandDistribution;
import dev.storetwin.forecast.DemandForecast;
import dev.storetwin.forecast.DemandForecaster;
import dev.storetwin.forecast.TimeSeries;
import dev.storetwin.model.Learner;
import dev.storetwin.model.ModelCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One model for all series of a panel, in the manner of the winners of the M5 competition (Makridakis et al. 2022): the rows are all
 * origins of all series, each measured by a ruler of its own; the step ahead is a column, so that one model serves all steps; each
 * quantile has its own model.
 *
 * <p>Series that are often zero and series that move learn apart. Where there are too few, or a series has hardly sold, another
 * forecaster answers, and the reason says so.
 */
public final class GlobalForecaster implements DemandForecaster {

    private static final int FEWEST_KNOWN = 6;

    private final Learner learner;
    private final DemandForecaster otherwise;
    private final KnownAhead known;
    private final GlobalSettings settings;

    /**
     * A forecaster that learns anew from each panel.
     *
     * @param otherwise answers where there is too little to learn from
     */
    public GlobalForecaster(Learner learner, DemandForecaster otherwise, KnownAhead known, GlobalSettings settings) {
        this.learner = learner;
        this.otherwise = otherwise;
        this.known = known;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "global";
    }

    /** Alone there is nothing to learn from. */
    @Override
    public DemandForecast forecast(TimeSeries history, int horizon) {
        return new Otherwise(otherwise.forecast(history, horizon), "one series is no panel to learn from");
    }

    @Override
    public DemandForecaster among(List<TimeSeries> panel, int horizon) {
        var histories = panel.stream().map(History::of).toList();
        var lessons = new Lessons(lesson(Kind.SLOW, histories, horizon), lesson(Kind.MOVING, histories, horizon));
        return new Taught(lessons, otherwise.among(panel, horizon));
    }

    /** What was learned, or why nothing was. */
    private record Lesson(Optional<GlobalModel> model, PanelFeatures features, String reason) {}

    /** One for each kind. */
    private record Lessons(Lesson slow, Lesson moving) {

        Lesson of(History history) {
            return Kind.of(history) == Kind.SLOW ? slow : moving;
        }
    }

    /** In the order of the names, whatever that of the panel. */
    private Lesson lesson(Kind kind, List<History> histories, int horizon) {
        var alike = histories.stream()
                .filter(it -> Kind.of(it) == kind && isTeachable(it))
                .sorted(Comparator.comparing(it -> it.series().name()))
                .toList();
        var features = PanelFeatures.of(alike, known);
        if (alike.size() < settings.fewestSeries()) {
            var reason = "%d series are too few to learn a global model from; %d are needed"
                    .formatted(alike.size(), settings.fewestSeries());
            return new Lesson(Optional.empty(), features, reason);
        }
        var rows = PanelRows.of(alike, kind, horizon, settings);
        var model = GlobalModel.learn(learner, rows.table(features), settings);
        var reason = model.isEmpty()
                ? "%d rows are too few to learn a global model from".formatted(rows.size())
                : "learned across %d series from %d rows; %s".formatted(alike.size(), rows.size(), learner.reason());
        return new Lesson(model, features, reason);
    }

    private static boolean isTeachable(History history) {
        return history.known(0, history.size()) >= FEWEST_KNOWN && history.meanChange(0, history.size()) > 0;
    }

    /** What a panel has taught. */
    private final class Taught implements DemandForecaster {

        private final Lessons lessons;
        private final DemandForecaster others;

        Taught(Lessons lessons, DemandForecaster others) {
            this.lessons = lessons;
            this.others = others;
        }

        @Override
        public String name() {
            return GlobalForecaster.this.name();
        }

        @Override
        public DemandForecast forecast(TimeSeries series, int horizon) {
            var history = History.of(series);
            var lesson = lessons.of(history);
            if (lesson.model().isPresent() && isTeachable(history)) {
                return answer(history, Kind.of(history), lesson, lesson.model().get(), horizon);
            }
            var reason = isTeachable(history) ? lesson.reason() : "it has hardly sold";
            return new Otherwise(others.forecast(series, horizon), reason);
        }
    }

    private DemandForecast answer(History history, Kind kind, Lesson lesson, GlobalModel model, int horizon) {
        var rows = GlobalModel.rows(history, kind, horizon);
        var table = lesson.features().table(rows);
        var ruler = rows.get(0).ruler();
        var means = model.means(table);
        var quantiles = model.quantiles(table);
        var scores = QuantileDemand.scores(settings.levels());
        var demands = new ArrayList<DemandDistribution>();
        for (int i = 0; i < horizon; i++) {
            var values = Arrays.stream(quantiles[i]).map(ruler::unscaled).toArray();
            double mean = ruler.unscaled(means[i]);
            demands.add(new QuantileDemand(
                    scores,
                    values,
                    history.isNonNegative() ? Math.max(0, mean) : mean,
                    history.isNonNegative(),
                    history.isWhole()));
        }
        return new QuantileForecast(history.series().name(), demands, model.card(), lesson.reason());
    }

    /** Another's forecast, with the reason why it is not ours. */
    private record Otherwise(DemandForecast forecast, String why) implements DemandForecast {

        @Override
        public String series() {
            return forecast.series();
        }

        @Override
        public int horizon() {
            return forecast.horizon();
        }

        @Override
        public double mean(int step) {
            return forecast.mean(step);
        }

        @Override
        public DemandDistribution at(int step) {
            return forecast.at(step);
        }

        @Override
        public DemandDistribution over(int from, int to) {
            return forecast.over(from, to);
        }

        @Override
        public double[][] paths(int count, long seed) {
            return forecast.paths(count, seed);
        }

        @Override
        public ModelCard card() {
            return forecast.card();
        }

        @Override
        public String reason() {
            return "%s: %s".formatted(why, forecast.reason());
        }
    }
}
