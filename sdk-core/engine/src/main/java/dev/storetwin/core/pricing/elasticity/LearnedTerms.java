package dev.storetwin.core.pricing.elasticity;

import dev.storetwin.core.pricing.elasticity.PanelColumn.Kind;
import dev.storetwin.core.random.Draws;
import dev.storetwin.model.FeatureTable;
import dev.storetwin.model.LearnedModel;
import dev.storetwin.model.Learner;
import dev.storetwin.model.LearningTask;
import dev.storetwin.model.Objective;
import dev.storetwin.model.TrainingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a machine learns of demand, and of price, from the given columns, in all their curves and crossings.
 *
 * <p>How it works: double machine learning (Chernozhukov and others 2018). Each quarter of the time line is predicted by what was learned
 * from the other three, the same for all series and stores, so that no prediction has seen its own shock, nor that of its neighbours. The
 * predictions of demand and of price are then partialled out as two regressors more, so that each series takes as much of them as fits it.
 */
final class LearnedTerms {

    private static final int FOLDS = 4;
    private static final int FEWEST_PERIODS = 16;
    private static final int FEWEST_ROWS = 400;
    private static final int MOST_ROWS = 40_000;
    private static final int MOST_GROUPS = 200;
    private static final double MOST_SENSITIVE = -6;
    private static final long SEED = 20;

    private final List<SeriesCase> cases;
    private final List<PanelColumn> columns;
    private final Learner learner;
    private final long[] periods;
    private final TreeMap<String, Integer> groups = new TreeMap<>();

    private LearnedTerms(List<SeriesCase> cases, List<PanelColumn> columns, Learner learner) {
        this.cases = cases;
        this.columns = columns;
        this.learner = learner;
        this.periods = cases.stream()
                .flatMapToLong(it -> Arrays.stream(it.series().periods()))
                .distinct()
                .sorted()
                .toArray();
        var names = new TreeSet<String>();
        cases.forEach(it -> names.add(it.group()));
        names.forEach(it -> groups.put(it, groups.size()));
    }

    /** Of demand and of price; none where there are too few rows or periods to learn from. */
    static List<Term> of(
            List<SeriesCase> cases, List<PanelColumn> columns, List<Term> given, Optional<Learner> learner) {
        int rows = cases.stream().mapToInt(SeriesCase::size).sum();
        if (learner.isEmpty() || columns.isEmpty() || rows < FEWEST_ROWS) {
            return List.of();
        }
        var it = new LearnedTerms(cases, columns, learner.get());
        return it.periods.length < FEWEST_PERIODS ? List.of() : it.terms(given, rows);
    }

    private List<Term> terms(List<Term> given, int rows) {
        var terms = new ArrayList<Term>();
        learned("elasticity-demand", it -> atUsualPrice(it, given), rows).ifPresent(terms::add);
        learned("elasticity-price", SeriesCase::logPrices, rows).ifPresent(terms::add);
        return terms;
    }

    /** Demand less what a first guess says the price did to it: the less of that is in it, the more can be learned of the rest. */
    private static double[] atUsualPrice(SeriesCase one, List<Term> given) {
        var fit = new SlopeFit(one, Demand.LOG_LOG, given);
        double guess = fit.isIdentified() ? Math.max(MOST_SENSITIVE, Math.min(0, fit.slope())) : 0;
        var demand = one.logUnits().clone();
        for (int row = 0; row < demand.length; row++) {
            demand[row] -= guess * one.logPrices()[row];
        }
        return demand;
    }

    private Optional<Term> learned(String task, Function<SeriesCase, double[]> target, int rows) {
        var predictions = new TreeMap<String, double[]>();
        var targets = new TreeMap<String, double[]>();
        for (var one : cases) {
            predictions.put(one.name(), new double[one.size()]);
            targets.put(one.name(), target.apply(one));
        }
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            var model = learn(task, targets, left, rows);
            if (model.isEmpty()) {
                return Optional.empty();
            }
            predict(model.get(), left, predictions);
        }
        return Optional.of(new Term.Learned(predictions));
    }

    private int fold(long period) {
        return (int) ((long) Arrays.binarySearch(periods, period) * FOLDS / periods.length);
    }

    private Optional<LearnedModel> learn(String task, Map<String, double[]> targetsOf, int left, int rows) {
        double share = Math.min(1, (double) MOST_ROWS / rows);
        var draws = Draws.of(SEED);
        var picked = new ArrayList<Place>();
        var targets = new ArrayList<Double>();
        for (var one : cases) {
            var centred = one.series().within(targetsOf.getOrDefault(one.name(), new double[0]));
            var draw = draws.keyed(task, one.name(), left);
            for (int row = 0; row < one.size(); row++) {
                boolean drawn = draw.nextDouble() < share;
                if (drawn && fold(one.series().periods()[row]) != left) {
                    picked.add(new Place(one, row));
                    targets.add(centred[row]);
                }
            }
        }
        if (picked.size() < FEWEST_ROWS / 2) {
            return Optional.empty();
        }
        var table = TrainingTable.of(
                table(picked), targets.stream().mapToDouble(Double::doubleValue).toArray());
        return learner.learn(table, new LearningTask(task, new Objective.SquaredError(), SEED))
                .model();
    }

    private void predict(LearnedModel model, int fold, Map<String, double[]> into) {
        for (var one : cases) {
            var inside = new ArrayList<Place>();
            for (int row = 0; row < one.size(); row++) {
                if (fold(one.series().periods()[row]) == fold) {
                    inside.add(new Place(one, row));
                }
            }
            var predicted = model.predict(table(inside));
            var all = into.getOrDefault(one.name(), new double[0]);
            for (int i = 0; i < predicted.length; i++) {
                all[inside.get(i).row()] = predicted[i];
            }
        }
    }

    /** A row of a case. */
    private record Place(SeriesCase one, int row) {}

    private FeatureTable table(List<Place> rows) {
        var table = FeatureTable.builder(rows.size());
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            if (columns.get(i).kind() == Kind.CODE) {
                table.category("c" + i, numbers(rows, it -> it.one().series().controls()[column][it.row()]));
            } else {
                table.number("c" + i, numbers(rows, it -> number(it, column)));
            }
        }
        if (groups.size() > 1 && groups.size() <= MOST_GROUPS) {
            table.category(
                    "group", numbers(rows, it -> groups.getOrDefault(it.one().group(), 0)));
        }
        return table.build();
    }

    private double number(Place at, int column) {
        return columns.get(column).kind() == Kind.PRICE
                ? at.one().control(column)[at.row()]
                : at.one().series().controls()[column][at.row()];
    }

    private static double[] numbers(List<Place> rows, java.util.function.ToDoubleFunction<Place> of) {
        return rows.stream().mapToDouble(of).toArray();
    }
}
