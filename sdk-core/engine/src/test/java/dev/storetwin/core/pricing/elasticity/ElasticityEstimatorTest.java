package dev.storetwin.core.pricing.elasticity;

import static dev.storetwin.core.pricing.elasticity.MadeUpShelf.NAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.random.Draws;
import dev.storetwin.pricing.ElasticityStatus;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElasticityEstimatorTest {

    private static final int PRODUCTS = 20;
    private static final int WEEKS = 104;

    private static double value(ElasticityStudy study, String name) {
        return study.of(name).orElseThrow().interval().orElseThrow().value();
    }

    private static void assertNear(ElasticityStudy study, double error) {
        assertThat(IntStream.range(0, PRODUCTS)
                        .mapToDouble(it -> Math.abs(value(study, "p" + it) - MadeUpShelf.truth(it)))
                        .average()
                        .orElseThrow())
                .isLessThan(error);
        assertThat(study.series()).allMatch(it -> it.status() == ElasticityStatus.ESTIMATED);
    }

    private static void assertNothing(ElasticityStudy study) {
        assertThat(study.series()).isNotEmpty().allMatch(it -> it.status() == ElasticityStatus.UNIDENTIFIED);
        assertThat(study.byName().values()).allMatch(it -> it.interval().isEmpty());
    }

    @Test
    void finds_what_demand_answers_to_price_where_columns_explain_its_shocks() {
        var study = MadeUpShelf.of(PRODUCTS, WEEKS, 1).byColumns();

        assertNear(study, .16);
        assertThat(value(study, ElasticityStudy.ALL)).isCloseTo(-2, within(.15));
    }

    @Test
    void finds_it_by_the_cost_where_shocks_are_hidden() {
        var study = MadeUpShelf.of(PRODUCTS, WEEKS, 2).byCost();

        assertNear(study, .25);
        assertThat(study.series().get(0).method()).contains("two-stage least squares by cost");
        assertThat(study.series().get(0).reason()).contains("first-stage F");
    }

    @Test
    void says_nothing_where_shocks_are_hidden_and_there_is_no_cost() {
        var panel = PricePanel.builder(List.of());
        MadeUpShelf.of(PRODUCTS, WEEKS, 3)
                .lines
                .forEach(it -> panel.add(it.series(), "", "", it.week(), it.price(), it.units(), NAN));

        assertNothing(MadeUpShelf.study(panel));
    }

    @Test
    void columns_that_mean_nothing_unlock_no_estimate() {
        var panel = PricePanel.builder(
                List.of(PanelColumn.number("season"), PanelColumn.number("feature"), PanelColumn.number("promo")));
        var draw = Draws.of(4).keyed("chance", "", 0);
        MadeUpShelf.of(PRODUCTS, WEEKS, 4)
                .lines
                .forEach(it -> panel.add(
                        it.series(),
                        "",
                        "",
                        it.week(),
                        it.price(),
                        it.units(),
                        NAN,
                        it.week() % 52,
                        draw.nextGaussian(),
                        1));

        assertNothing(MadeUpShelf.study(panel));
    }

    @Test
    void costs_that_are_all_in_another_unit_change_nothing_and_are_told_of() {
        var study = MadeUpShelf.study(costing(1_000));
        var sound = MadeUpShelf.study(costing(1));

        assertThat(value(study, "p0")).isCloseTo(value(sound, "p0"), within(1e-9));
        assertThat(study.series())
                .allMatch(it -> it.reason().contains("times its prices, as if in another unit or currency"));
        assertThat(sound.series()).noneMatch(it -> it.reason().contains("another unit"));
    }

    private static PricePanel.Builder costing(double factor) {
        var panel = PricePanel.builder(List.of());
        MadeUpShelf.of(3, WEEKS, 2)
                .lines
                .forEach(it -> panel.add(it.series(), "", "", it.week(), it.price(), it.units(), factor * it.cost()));
        return panel;
    }

    @Test
    void without_a_row_that_counts_there_is_no_method_either() {
        var panel = PricePanel.builder(List.of());
        for (int week = 0; week < 20; week++) {
            panel.add("tea", "", "", week, 0, 5, NAN);
        }

        var answer = MadeUpShelf.study(panel).of("tea").orElseThrow();

        assertThat(answer.status()).isEqualTo(ElasticityStatus.UNIDENTIFIED);
        assertThat(answer.method()).isEqualTo("none");
        assertThat(answer.reason()).contains("20 rows at a price of zero left out");
    }

    @Test
    void a_cost_that_is_a_share_of_the_price_is_no_instrument() {
        var panel = PricePanel.builder(List.of());
        MadeUpShelf.of(PRODUCTS, WEEKS, 5)
                .lines
                .forEach(it -> panel.add(it.series(), "", "", it.week(), it.price(), it.units(), .6 * it.price()));

        assertNothing(MadeUpShelf.study(panel));
    }

    @Test
    void trusts_the_cost_where_it_shows_that_the_columns_explain_too_little() {
        var panel = PricePanel.builder(List.of(PanelColumn.number("season")));
        MadeUpShelf.of(PRODUCTS, WEEKS, 6)
                .lines
                .forEach(it ->
                        panel.add(it.series(), "", "", it.week(), it.price(), it.units(), it.cost(), it.season()));

        var study = MadeUpShelf.study(panel);

        assertNear(study, .25);
        assertThat(study.series().get(0).method()).contains("by cost");
    }

    @Test
    void refuses_a_wrong_sign_and_uses_the_group_instead() {
        var shelf = MadeUpShelf.of(PRODUCTS, WEEKS, 7).add("odd", 2, WEEKS, 7, 400);

        var study = shelf.byColumns();

        var odd = study.of("odd").orElseThrow();
        assertThat(odd.status()).isEqualTo(ElasticityStatus.REFUSED);
        assertThat(odd.interval().orElseThrow().value()).isCloseTo(value(study, ElasticityStudy.ALL), within(1e-9));
        assertThat(odd.reason()).contains("20 estimated series", "demand does not rise with the price");
    }

    @Test
    void lends_the_group_s_value_to_one_whose_price_never_moved_or_whose_weeks_are_few() {
        var shelf = MadeUpShelf.of(PRODUCTS, WEEKS, 8).add("new", -2, 5, 8, 400);
        shelf.lines.addAll(new MadeUpShelf()
                .add("fixed", -2, WEEKS, 8, 400).lines.stream()
                        .map(it -> it.withPrice(4.99))
                        .toList());

        var study = shelf.byColumns();

        for (var name : List.of("new", "fixed")) {
            var answer = study.of(name).orElseThrow();
            assertThat(answer.status()).isEqualTo(ElasticityStatus.POOLED);
            assertThat(answer.interval().orElseThrow().value()).isLessThan(-1);
        }
        assertThat(study.of("new").orElseThrow().reason()).contains("5 periods");
        assertThat(study.of("fixed").orElseThrow().reason()).contains("never moved");
    }

    @Test
    void leaves_out_a_competitor_s_price_that_is_its_own() {
        var panel = PricePanel.builder(List.of(PanelColumn.number("promo"), PanelColumn.price("competitor_1")));
        MadeUpShelf.of(3, WEEKS, 9)
                .lines
                .forEach(it -> panel.add(
                        it.series(), "", "", it.week(), it.price(), it.units(), NAN, it.promo(), 100 * it.price()));

        var study = MadeUpShelf.study(panel);

        assertThat(study.series())
                .allMatch(it -> it.status() == ElasticityStatus.ESTIMATED)
                .allMatch(it -> it.reason().contains("competitor_1 is its own price and was left out"));
    }

    @Test
    void slips_of_a_thousandfold_are_left_out_and_told_of() {
        var shelf = MadeUpShelf.of(PRODUCTS, WEEKS, 10);
        double before = value(shelf.byColumns(), "p0");
        shelf.lines.set(
                3, shelf.lines.get(3).withPrice(1000 * shelf.lines.get(3).price()));
        shelf.lines.set(
                9, shelf.lines.get(9).withUnits(1000 * shelf.lines.get(9).units()));
        shelf.lines.set(20, shelf.lines.get(20).withPrice(0));

        var after = shelf.byColumns();

        assertThat(value(after, "p0")).isCloseTo(before, within(.1));
        assertThat(after.of("p0").orElseThrow().reason())
                .contains(
                        "1 row at a price of zero left out",
                        "1 row at a price many times",
                        "1 row with units many times");
    }

    @Test
    void counts_units_where_they_are_few() {
        var shelf = new MadeUpShelf();
        var draws = Draws.of(11);
        var level = MadeUpShelf.of(PRODUCTS, WEEKS, 11);
        level.lines.forEach(it ->
                shelf.lines.add(it.withUnits(poisson(it.units() / 80, draws.keyed("count", it.series(), it.week())))));

        var study = shelf.byColumns();

        assertNear(study, .3);
        assertThat(study.series()).allMatch(it -> it.method().startsWith("negative binomial"));
    }

    private static double poisson(double mean, dev.storetwin.core.random.Draw draw) {
        double product = draw.nextOpenDouble();
        int count = 0;
        while (product > StrictMath.exp(-mean)) {
            product *= draw.nextOpenDouble();
            count++;
        }
        return count;
    }

    @Test
    void takes_the_price_itself_where_demand_falls_with_it_in_equal_shares() {
        var panel = PricePanel.builder(List.of(PanelColumn.number("promo")));
        for (int product = 0; product < PRODUCTS; product++) {
            var draw = Draws.of(13).keyed("semi", "", product);
            for (int week = 0; week < WEEKS; week++) {
                double promo = draw.nextBoolean(.4) ? 1 : 0;
                double price = 2 + 4 * draw.nextDouble() - .5 * promo;
                double units = 900 * StrictMath.exp(-.5 * price + promo + .1 * draw.nextGaussian());
                panel.add("p" + product, "", "", week, price, units, NAN, promo);
            }
        }

        var study = MadeUpShelf.study(panel);

        assertThat(study.series()).allMatch(it -> it.method().startsWith("semi-log"));
        assertThat(value(study, ElasticityStudy.ALL)).isCloseTo(-.5 * 3.6, within(.1));
    }

    @Test
    void a_store_s_level_is_its_own() {
        var panel = PricePanel.builder(List.of(PanelColumn.number("promo"), PanelColumn.number("season")));
        MadeUpShelf.of(PRODUCTS, WEEKS, 12)
                .lines
                .forEach(it -> panel.add(
                        "all",
                        "",
                        it.series(),
                        it.week(),
                        it.price(),
                        it.units() * (1 + it.series().length()),
                        NAN,
                        it.promo(),
                        it.season()));

        assertThat(value(MadeUpShelf.study(panel), "all")).isCloseTo(-2, within(.1));
    }

    @Test
    void every_estimate_says_what_it_takes_for_granted() {
        var shelf = MadeUpShelf.of(PRODUCTS, WEEKS, 14);

        assertThat(shelf.byColumns().series()).allMatch(it -> it.reason()
                .contains("assumes that promo, season carry all that moved price and demand together"));
        assertThat(shelf.byCost().series())
                .allMatch(it -> it.reason().contains("what moved the cost did not move demand beside the price"));
    }

    @Test
    void units_that_stop_at_one_highest_number_are_no_demand() {
        var shelf = MadeUpShelf.of(PRODUCTS, WEEKS, 15);
        var full = new MadeUpShelf();
        shelf.lines.forEach(it -> full.lines.add(it.withUnits(Math.min(450, Math.rint(it.units())))));

        var study = full.byCost();

        assertNothing(study);
        assertThat(study.series()).allMatch(it -> it.reason().contains("as if sold out"));
    }

    @Test
    void weeks_without_sales_that_nobody_wrote_down_are_missed() {
        var full = new MadeUpShelf();
        var draws = Draws.of(16);
        MadeUpShelf.of(PRODUCTS, WEEKS, 16).lines.stream()
                .map(it -> it.withUnits(poisson(it.units() / 200, draws.keyed("few", it.series(), it.week()))))
                .filter(it -> it.units() > 0)
                .forEach(full.lines::add);

        var study = full.byCost();

        assertNothing(study);
        assertThat(study.series()).allMatch(it -> it.reason().contains("without sales seem to be left out"));
    }

    @Test
    void costs_and_demand_that_both_rise_over_the_years_are_not_taken_for_an_answer_to_price() {
        var panel = PricePanel.builder(List.of());
        MadeUpShelf.of(PRODUCTS, WEEKS, 17)
                .lines
                .forEach(it -> panel.add(
                        it.series(),
                        "",
                        "",
                        it.week(),
                        it.price() * StrictMath.exp(.003 * it.week()),
                        it.units() * StrictMath.exp((-2 + 3) * .003 * it.week()),
                        it.cost() * StrictMath.exp(.003 * it.week())));

        assertNear(MadeUpShelf.study(panel), .25);
    }

    @Test
    void the_mean_of_all_is_drawn_to_what_is_usual_once() {
        var panel = PricePanel.builder(List.of(PanelColumn.number("promo"), PanelColumn.number("season")));
        MadeUpShelf.of(PRODUCTS, WEEKS, 18)
                .lines
                .forEach(it -> panel.add(
                        it.series(), "", "", it.week(), it.price(), it.units(), NAN, it.promo(), it.season()));
        var built = panel.build();
        var estimator = ElasticityEstimator.of(ElasticitySettings.DEFAULT);

        double alone = value(estimator.study(built), ElasticityStudy.ALL);
        double firm = value(estimator.withUsual(-1, .01).study(built), ElasticityStudy.ALL);
        double loose = value(estimator.withUsual(-1, 100).study(built), ElasticityStudy.ALL);

        assertThat(firm).isCloseTo(-1, within(.1));
        assertThat(loose).isCloseTo(alone, within(1e-4));
        assertThatThrownBy(() -> estimator.withUsual(-1, 0)).hasMessageContaining("deviation (0.0)");
    }

    @Test
    void a_negative_price_is_the_caller_s_mistake() {
        var panel = PricePanel.builder(List.of());

        assertThatThrownBy(() -> panel.add("a", "", "", 1, -1, 2, NAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price of a is -1.0");
    }
}
