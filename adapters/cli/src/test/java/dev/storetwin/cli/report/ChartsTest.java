package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.cli.report.PriceLadder.Role;
import dev.storetwin.cli.report.PriceLadder.Rung;
import dev.storetwin.cli.report.StockOutlook.Arrival;
import dev.storetwin.cli.report.StockOutlook.Level;
import dev.storetwin.guardrail.Severity;
import dev.storetwin.pricing.DemandCurve;
import dev.storetwin.pricing.DemandCurve.Point;
import dev.storetwin.pricing.DemandCurve.Week;
import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.pricing.Estimate;
import dev.storetwin.pricing.PriceElasticity;
import dev.storetwin.pricing.PriceQuestion;
import dev.storetwin.proposal.Objective;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.Sku;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class ChartsTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 29);
    private static final Pattern TEXT = Pattern.compile("<text[^>]*>([^<]*)</text>");

    @Test
    void one_huge_order_does_not_press_the_rest_flat() {
        var sales = new double[60];
        Arrays.fill(sales, 10);
        sales[30] = 74_215;

        var chart = fan(sales, new double[] {9, 11});

        assertThat(texts(chart)).contains("▲ 74,215").contains("10").doesNotContain("20,000");
    }

    @Test
    void a_steady_rise_is_not_cut() {
        var chart = fan(IntStream.range(0, 60).mapToDouble(i -> i).toArray(), new double[] {60, 61});

        assertThat(texts(chart)).noneMatch(it -> it.startsWith("▲"));
    }

    @Test
    void days_on_which_more_came_back_than_went_out_hang_below_zero() {
        var chart = fan(new double[] {-5, -3}, new double[] {});

        assertThat(texts(chart)).contains("0", "−4").noneMatch(it -> it.startsWith("▲"));
        isDrawnWithinItsFrame(chart);
    }

    @Test
    void bands_are_named_by_what_they_hold() {
        var chart = fan(new double[] {1, 2, 3}, new double[] {2, 2});

        assertThat(chart)
                .contains("80 % of outcomes")
                .contains("expected (theta)")
                .doesNotContain("out of stock");
    }

    @Test
    void labels_of_arrivals_do_not_cover_each_other() {
        var levels = IntStream.range(0, 40)
                .mapToObj(i -> new Level(FIRST.plusDays(i), 5, 10, 15))
                .toList();
        var arrivals = IntStream.range(0, 40)
                .mapToObj(i -> new Arrival(FIRST.plusDays(i), 100 + i, false))
                .toList();

        var chart = drawn(
                it -> StockChart.draw(new StockOutlook("units", .1, .9, levels, arrivals, OptionalDouble.of(20)), it));

        assertThat(texts(chart).stream().filter(it -> it.startsWith("+"))).hasSizeBetween(5, 12);
    }

    @Test
    void what_cannot_be_drawn_is_refused() {
        assertThatThrownBy(() -> new Level(FIRST, 0, Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the stock of 2024-01-29");
        assertThatThrownBy(() -> new ForecastFan(
                        "",
                        "",
                        1,
                        List.of(),
                        List.of(.1, .9),
                        List.of(new ForecastFan.Expected(FIRST, 1, List.of(1.0)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one quantile per level");
        assertThatThrownBy(() -> new StockOutlook("", .9, .1, List.of(), List.of(), OptionalDouble.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void any_demand_is_drawn_within_the_frame(
            @ForAll @Size(max = 40) List<@DoubleRange(min = -1e12, max = 1e12) Double> sales,
            @ForAll @Size(max = 40) List<@DoubleRange(min = 0, max = 1e12) Double> mean,
            @ForAll @IntRange(min = 1, max = 31) int days) {
        var quantiles = mean.stream().map(it -> new double[] {it / 2, it * 2}).toArray(double[][]::new);
        var stock = new boolean[sales.size()];
        var fan =
                ForecastFan.of("units", "", FIRST, days, array(sales), stock, array(mean), List.of(.1, .9), quantiles);

        isDrawnWithinItsFrame(drawn(it -> FanChart.draw(fan, it)));
    }

    @Property
    void any_stock_is_drawn_within_the_frame(
            @ForAll @Size(max = 60) List<@DoubleRange(min = -1e9, max = 1e12) Double> stock,
            @ForAll @DoubleRange(min = 0, max = 1e12) double target) {
        var levels = new ArrayList<Level>();
        for (double median : stock) {
            levels.add(new Level(FIRST.plusDays(levels.size()), median - 1, median, median + 1));
        }
        var outlook = new StockOutlook(
                "units", .1, .9, levels, List.of(new Arrival(FIRST, 3, true)), OptionalDouble.of(target));

        isDrawnWithinItsFrame(drawn(it -> StockChart.draw(outlook, it)));
    }

    @Property
    void any_ladder_is_drawn_within_the_frame(
            @ForAll @NotEmpty @Size(max = 30) List<@BigRange(min = "0.01", max = "1000000") BigDecimal> prices,
            @ForAll @DoubleRange(min = -1e12, max = 1e12) double value,
            @ForAll @DoubleRange(min = 0, max = 1e12) double doubt,
            @ForAll Severity severity,
            @ForAll Role role) {
        var rungs = prices.stream()
                .map(it -> new Rung(
                        new Money(it, Currency.getInstance("EUR")),
                        value * it.doubleValue() / 1e6,
                        Optional.of(new Estimate(value, value - doubt, value + 2 * doubt)),
                        OptionalDouble.of(it.doubleValue()),
                        severity,
                        role,
                        it.equals(prices.get(0))))
                .toList();

        isDrawnWithinItsFrame(drawn(it -> LadderChart.draw(new PriceLadder("margin", "EUR", rungs), it)));
    }

    @Property
    void any_demand_curve_is_drawn_within_the_frame(
            @ForAll @NotEmpty @Size(max = 30) List<@BigRange(min = "0.01", max = "1000000") BigDecimal> prices,
            @ForAll @DoubleRange(min = 0, max = 1e9) double units,
            @ForAll @DoubleRange(min = 0, max = 1e9) double doubt,
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0, max = 1e12) Double> sold) {
        var points = prices.stream()
                .sorted()
                .distinct()
                .map(it -> new Point(euros(it), new Estimate(units, units / 2, units + doubt), new Estimate(0, 0, 0)))
                .toList();
        var weeks = new ArrayList<Week>();
        for (double each : sold) {
            double price = prices.get(weeks.size() % prices.size()).doubleValue() * 1.1;
            weeks.add(new Week(FIRST.plusWeeks(weeks.size()), price, each, 7, weeks.size() % 3 == 0));
        }

        isDrawnWithinItsFrame(drawn(it -> DemandChart.draw(curve(points, weeks), Optional.empty(), it)));
    }

    @Test
    void a_demand_curve_names_what_stands_what_was_picked_and_how_sure_it_is() {
        var ladder = new PriceLadder(
                "margin",
                "EUR",
                List.of(new Rung(
                        euros(new BigDecimal("11.50")),
                        1,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        Severity.ALLOWED,
                        Role.CHOSEN,
                        false)));
        var points = IntStream.rangeClosed(8, 12)
                .mapToObj(it ->
                        new Point(euros(BigDecimal.valueOf(it)), new Estimate(40 - it, 20, 60), new Estimate(0, 0, 0)))
                .toList();
        var weeks = List.of(new Week(FIRST, 9, 12, 6, false), new Week(FIRST.plusWeeks(20), 10, 8, 7, true));

        var chart = drawn(it -> DemandChart.draw(curve(points, weeks), Optional.of(ladder), it));

        assertThat(texts(chart)).contains("now 10.00", "11.50");
        assertThat(chart)
                .contains("elasticity −2.00, pooled")
                .contains("units a week, at prices in EUR")
                .contains("an earlier week")
                .contains("with a campaign")
                .contains("where no price was seen");
    }

    private static DemandCurve curve(List<Point> points, List<Week> weeks) {
        var question = new PriceQuestion(Sku.of("MUG"), Channel.of("web"), Instant.EPOCH);
        var elasticity = new PriceElasticity(-2, -3, -1, ElasticityStatus.POOLED, "of its category");
        return new DemandCurve(
                question,
                28,
                new Objective("margin", "EUR"),
                Optional.of(euros(BigDecimal.TEN)),
                Optional.of(elasticity),
                points,
                weeks,
                List.of());
    }

    private static Money euros(BigDecimal amount) {
        return new Money(amount, Currency.getInstance("EUR"));
    }

    @Property
    void any_markdown_is_drawn_within_the_frame(
            @ForAll @Size(max = 30) List<@DoubleRange(min = 0.01, max = 1e6) Double> prices,
            @ForAll @DoubleRange(min = 0, max = 1e9) double stock) {
        var stages = new ArrayList<MarkdownPath.Stage>();
        for (double price : prices) {
            stages.add(new MarkdownPath.Stage(
                    FIRST.plusWeeks(stages.size()),
                    new Estimate(price, price / 2, price),
                    new Estimate(stock, stock / 2, stock * 2)));
        }
        var path = new MarkdownPath("EUR", FIRST.plusWeeks(prices.size()), stages, stock / 4);

        isDrawnWithinItsFrame(drawn(it -> MarkdownChart.draw(path, it)));
    }

    /** Straight moves and lines only: an arc's radii are no places. */
    private static void isDrawnWithinItsFrame(String chart) {
        assertThat(chart).doesNotContain("NaN").doesNotContain("Infinity");
        var numbers = Pattern.compile("(?: x| x1| x2| y| y1| y2)=\"(-?[0-9.]+)\"|[ML](-?[0-9.]+) (-?[0-9.]+)")
                .matcher(chart);
        while (numbers.find()) {
            for (int group = 1; group <= 3; group++) {
                if (numbers.group(group) != null) {
                    assertThat(Double.parseDouble(numbers.group(group))).isBetween(-1.0, Plot.WIDTH + 1);
                }
            }
        }
    }

    private static String fan(double[] sales, double[] mean) {
        var inStock = new boolean[sales.length];
        Arrays.fill(inStock, true);
        var quantiles = IntStream.range(0, mean.length)
                .mapToObj(i -> new double[] {mean[i] / 2, mean[i] * 2})
                .toArray(double[][]::new);
        var fan = ForecastFan.of("units per day", "theta", FIRST, 1, sales, inStock, mean, List.of(.1, .9), quantiles);
        return drawn(it -> FanChart.draw(fan, it));
    }

    private static String drawn(Consumer<Markup> drawing) {
        var out = new Markup().open("div");
        drawing.accept(out);
        var page = out.close().finished();
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        } catch (Exception malformed) {
            throw new AssertionError(page, malformed);
        }
        return page;
    }

    private static List<String> texts(String chart) {
        return TEXT.matcher(chart).results().map(it -> it.group(1)).toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(it -> it).toArray();
    }
}
