package dev.storetwin.benchmarks.pricing;

import dev.storetwin.core.pricing.ElasticityOptions;
import dev.storetwin.core.pricing.elasticity.ElasticityEstimator;
import dev.storetwin.core.pricing.elasticity.ElasticityInterval;
import dev.storetwin.core.pricing.elasticity.ElasticitySettings;
import dev.storetwin.core.pricing.elasticity.PanelColumn;
import dev.storetwin.core.pricing.elasticity.PricePanel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.zip.GZIPInputStream;

/**
 * Units after price changes that happened at a wholesaler: the mean of eight weeks before, as it is, times the answer to the new price that the
 * weeks before the change's month had shown, and times the answer that is usual in the trade.
 *
 * <p>A week's price is the one on most of its invoice lines. A change is a week whose price is at least five per cent off the mean price of the eight
 * weeks before, after a week that was not, and stays there a second week; units of these two weeks are foretold. Elasticities are estimated anew at the
 * beginning of each month from June 2011 on, from what was before. Usage: {@code java ... RetailPriceChanges FOLDER}.
 */
public final class RetailPriceChanges {

    private static final LocalDate FIRST = LocalDate.of(2010, 11, 29);
    private static final List<LocalDate> MONTHS =
            List.of(LocalDate.of(2011, 6, 6), LocalDate.of(2011, 7, 4), LocalDate.of(2011, 8, 1));
    private static final int WEEKS = 39;
    private static final int BEFORE = 8;
    private static final double LEAST_CHANGE = .05;

    private RetailPriceChanges() {}

    /** One week of one thing; the price is 0 for none. */
    private record Week(double units, double price) {}

    /**
     * A change, foretold and come true.
     *
     * @param plain  without the price
     * @param priced with the thing's elasticity; as plain where there is none
     * @param usual  with the elasticity that is usual in the trade, which a twin falls back on
     */
    private record Change(String thing, double plain, double priced, double usual, double units) {}

    public static void main(String[] arguments) throws IOException {
        var things = read(Path.of(arguments[0]).resolve("transactions.csv.gz"));
        var changes = new ArrayList<Change>();
        int unknown = 0;
        for (int month = 0; month < MONTHS.size(); month++) {
            int from = week(MONTHS.get(month));
            int until = month + 1 < MONTHS.size() ? week(MONTHS.get(month + 1)) : WEEKS - 1;
            var study = ElasticityEstimator.of(ElasticitySettings.DEFAULT).study(panel(things, from));
            var answers = study.byName();
            for (var thing : things.entrySet()) {
                for (int week = from; week < until; week++) {
                    var ratio = change(thing.getValue(), week);
                    var answer =
                            Optional.ofNullable(answers.get(thing.getKey())).flatMap(it -> it.interval());
                    if (ratio.isPresent()) {
                        unknown += answer.isPresent() ? 0 : 1;
                        changes.add(foretold(thing.getKey(), thing.getValue(), week, ratio.getAsDouble(), answer));
                    }
                }
            }
        }
        System.out.println("%d changes, %d without an elasticity of the thing".formatted(changes.size(), unknown));
        print("its own elasticity", changes, Change::priced);
        print("what is usual", changes, Change::usual);
    }

    private static void print(String name, List<Change> changes, ToDoubleFunction<Change> foretold) {
        double plain = changes.stream()
                .mapToDouble(it -> Math.abs(it.plain() - it.units()))
                .average()
                .orElse(0);
        double priced = changes.stream()
                .mapToDouble(it -> Math.abs(foretold.applyAsDouble(it) - it.units()))
                .average()
                .orElse(0);
        var byThing = new TreeMap<String, Double>();
        changes.forEach(it -> byThing.merge(
                it.thing(),
                Math.abs(it.plain() - it.units()) - Math.abs(foretold.applyAsDouble(it) - it.units()),
                Double::sum));
        double mean = plain - priced;
        double squares = 0;
        for (var gain : byThing.entrySet()) {
            long count = changes.stream()
                    .filter(it -> it.thing().equals(gain.getKey()))
                    .count();
            squares += (gain.getValue() - count * mean) * (gain.getValue() - count * mean);
        }
        double error = Math.sqrt(squares) / changes.size();
        System.out.println(String.format(
                Locale.ROOT,
                "%s, %d things: mean absolute error without price %.2f, with price %.2f: better by %+.2f +- %.2f units (95 %%: %+.2f .. %+.2f), standard error over things",
                name,
                byThing.size(),
                plain,
                priced,
                mean,
                error,
                mean - 1.96 * error,
                mean + 1.96 * error));
    }

    private static Change foretold(
            String thing, Week[] weeks, int week, double ratio, Optional<ElasticityInterval> answer) {
        double sum = 0;
        for (int before = week - BEFORE; before < week; before++) {
            sum += weeks[before].units();
        }
        double plain = 2 * sum / BEFORE;
        double factor = answer.map(it -> StrictMath.pow(ratio, it.value())).orElse(1.0);
        double usual = StrictMath.pow(ratio, ElasticityOptions.DEFAULT.usual());
        return new Change(thing, plain, plain * factor, plain * usual, weeks[week].units() + weeks[week + 1].units());
    }

    /** The new price over the mean of the weeks before. */
    private static OptionalDouble change(Week[] weeks, int week) {
        double logs = 0;
        int sold = 0;
        for (int before = week - BEFORE; before < week; before++) {
            logs += weeks[before].price() > 0 ? StrictMath.log(weeks[before].price()) : 0;
            sold += weeks[before].price() > 0 ? 1 : 0;
        }
        if (sold < BEFORE - 2 || weeks[week].price() == 0 || weeks[week + 1].price() == 0) {
            return OptionalDouble.empty();
        }
        double usual = StrictMath.exp(logs / sold);
        boolean changed = isOff(weeks[week].price(), usual)
                && isOff(weeks[week + 1].price(), usual)
                && !isOff(weeks[week - 1].price() > 0 ? weeks[week - 1].price() : usual, usual);
        return changed ? OptionalDouble.of(weeks[week].price() / usual) : OptionalDouble.empty();
    }

    private static boolean isOff(double price, double usual) {
        return Math.abs(StrictMath.log(price / usual)) >= LEAST_CHANGE;
    }

    /** With what the whole shop sold in a week beside each price: what moves all things is no answer to one price. */
    private static PricePanel panel(Map<String, Week[]> things, int until) {
        var panel = PricePanel.builder(List.of(PanelColumn.number("shop")));
        var shop = new double[until];
        for (var weeks : things.values()) {
            for (int week = 0; week < until; week++) {
                shop[week] += weeks[week].units();
            }
        }
        things.forEach((thing, weeks) -> {
            for (int week = 0; week < until; week++) {
                if (weeks[week].price() > 0) {
                    double others = StrictMath.log(1 + shop[week] - weeks[week].units());
                    panel.add(thing, "goods", "", week, weeks[week].price(), weeks[week].units(), Double.NaN, others);
                }
            }
        });
        return panel.build();
    }

    private static int week(LocalDate day) {
        return (int) (ChronoUnit.DAYS.between(FIRST, day) / 7);
    }

    /** Goods only: five digits and perhaps a letter; lines with a price and a quantity above zero. */
    private static Map<String, Week[]> read(Path file) throws IOException {
        var units = new TreeMap<String, double[]>();
        var prices = new TreeMap<String, List<Map<Double, Integer>>>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                var thing = cells[1];
                double quantity = Double.parseDouble(cells[3]);
                double price = Double.parseDouble(cells[5]);
                if (!thing.matches("\\d{5}[A-Z]?") || quantity <= 0 || price <= 0) {
                    continue;
                }
                int week = week(LocalDate.parse(cells[4].substring(0, 10)));
                if (week >= WEEKS) {
                    continue;
                }
                units.computeIfAbsent(thing, it -> new double[WEEKS])[week] += Math.min(quantity, 1_000);
                prices.computeIfAbsent(thing, it -> empty()).get(week).merge(price, 1, Integer::sum);
            }
        }
        var things = new TreeMap<String, Week[]>();
        units.forEach((thing, sums) -> {
            var weeks = new Week[WEEKS];
            for (int week = 0; week < WEEKS; week++) {
                weeks[week] = new Week(
                        sums[week], most(prices.getOrDefault(thing, empty()).get(week)));
            }
            things.put(thing, weeks);
        });
        return things;
    }

    private static List<Map<Double, Integer>> empty() {
        var weeks = new ArrayList<Map<Double, Integer>>();
        for (int week = 0; week < WEEKS; week++) {
            weeks.add(new TreeMap<>());
        }
        return weeks;
    }

    private static double most(Map<Double, Integer> lines) {
        return lines.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }
}
