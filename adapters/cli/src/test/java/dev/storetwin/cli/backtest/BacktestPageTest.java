package dev.storetwin.cli.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.forecast.BacktestResult;
import dev.storetwin.forecast.BacktestSettings;
import dev.storetwin.forecast.TimeSeries;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class BacktestPageTest {

    private static BacktestResult result(String method, double cost, double seconds) {
        return new BacktestResult(method, 2, 10, 20, 1.5, 1.2, .3, -.1, .4, .9, cost, seconds);
    }

    private static BacktestPage page(List<BacktestResult> results, List<Foretold> foretold) {
        return new BacktestPage("s.csv", 3, BacktestSettings.of(3, 2), "usual", results, foretold);
    }

    private static List<TimeSeries> series(int count) {
        return IntStream.range(0, count)
                .mapToObj(it -> TimeSeries.of("s" + it, 10.0 * it, 10.0 * it + 1, 10.0 * it, 10.0 * it + 1, 10.0 * it))
                .toList();
    }

    private static void assertWellFormed(String page) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        assertThat(builder.parse(new InputSource(new StringReader(page)))
                        .getElementsByTagName("h1")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void whatever_is_in_a_name_the_page_stays_a_page() throws Exception {
        var odd = TimeSeries.of("<script>alert(1)</script>", 1, 2, 3, Double.NaN, 2, 1)
                .withInStock(true, false, true, true, true, true);
        var foretold = Examples.of(List.of(odd), ForecastMethods.usual(), 2, 6);

        var page = page(List.of(result("usual", 1, 2)), foretold).render();

        assertWellFormed(page);
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void the_same_scores_give_the_same_bytes() {
        var results = List.of(result("usual", 1, 2), result("naive", 3, .1));

        assertThat(page(results, List.of()).render())
                .isEqualTo(page(results, List.of()).render());
    }

    @Test
    void the_method_with_the_cheapest_orders_is_named() {
        assertThat(page(List.of(result("usual", 2, 2), result("naive", 1, .1)), List.of())
                        .render())
                .contains("orders after naive would have cost least");
    }

    @Test
    void a_machine_without_a_clock_draws_no_speed() throws Exception {
        var page = page(List.of(result("usual", 1, 0), result("naive", 3, 0)), List.of())
                .render();

        assertWellFormed(page);
        assertThat(page).contains("does not tell how long").doesNotContain("NaN", "Infinity");
    }

    @Test
    void scores_of_zero_are_explained_and_not_drawn() throws Exception {
        var page = page(List.of(new BacktestResult("usual", 1, 5, 0, 0, 0, 0, 0, 0, 1, 0, .1)), List.of())
                .render();

        assertWellFormed(page);
        assertThat(page)
                .contains("every forecast was right, or no history ever moved")
                .doesNotContain("NaN");
    }

    @Test
    void a_cost_far_beyond_the_others_leaves_them_readable() {
        var page = page(List.of(result("usual", 1, 1), result("ses", 1.1, .5), result("holt", 1e6, .1)), List.of())
                .render();

        assertThat(page).contains("» 1,000,000", "holt ▲");
    }

    @Test
    void examples_reach_from_the_largest_series_to_the_smallest() {
        assertThat(Examples.spread(series(11), 6))
                .extracting(TimeSeries::name)
                .containsExactly("s10", "s8", "s6", "s4", "s2", "s0");
        assertThat(Examples.spread(series(2), 6)).extracting(TimeSeries::name).containsExactly("s1", "s0");
    }

    @Test
    void a_single_step_is_wide_enough_to_be_seen() throws Exception {
        var page = page(List.of(result("usual", 1, 1)), Examples.of(series(2), ForecastMethods.usual(), 1, 6))
                .render();

        assertWellFormed(page);
        assertThat(page).contains("class=\"band\"", "class=\"mean\"");
    }
}
