package dev.storetwin.core.pricing;

import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.TODAY;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.forecast.ForecastMethods;
import dev.storetwin.core.forecast.ShopForecasts;
import dev.storetwin.core.pricing.response.PastPrices;
import dev.storetwin.core.pricing.response.PriceRecord;
import dev.storetwin.state.TwinState;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A cup that sells four a day at 20 EUR and, by an elasticity of -2, sixteen at 10 EUR. */
class KnownResponseTest {

    private static final int DAYS = 200;
    private static final double ELASTICITY = -2;

    private final ShopForecasts plain = new ShopForecasts(ForecastMethods.usual(), 730);

    /** However long ago, and however few days of the new price were seen, demand is right at either price. */
    @Test
    void where_a_price_was_halved_the_forecast_is_right_at_either_price() {
        for (int ago : new int[] {100, 28, 14, 3, 1}) {
            var state = halved(ago, DAYS);

            assertThat(at(state, 20)).isCloseTo(4, within(.3));
            assertThat(at(state, 10)).isCloseTo(16, within(1.2));
        }
    }

    @Test
    void without_it_sales_at_another_price_were_taken_for_demand_at_this_one() {
        var state = halved(3, DAYS);

        double taken = plain.of(state, MUG, WEB, NOW, 28).orElseThrow().mean(14);

        assertThat(taken * answer(state, 10)).isGreaterThan(32);
    }

    @Test
    void a_price_that_never_moved_asks_nobody_how_demand_answers() {
        var state = shop().sold(MUG, WEB, DAYS, day -> 4)
                .price(MUG, WEB, "20.00", ago(DAYS))
                .state();
        var response = new KnownResponse((asked, asOf) -> {
            throw new AssertionError("nobody has to know");
        });

        assertThat(response.of(state, MUG, WEB, NOW, TODAY.minusDays(DAYS))).isEmpty();
    }

    @Test
    void what_is_only_assumed_moves_nothing() {
        var usual = ElasticityBook.usual(ElasticityOptions.DEFAULT);
        var response = new KnownResponse((asked, asOf) -> usual);

        assertThat(response.of(halved(100, DAYS), MUG, WEB, NOW, TODAY.minusDays(DAYS)))
                .isEmpty();
    }

    /** Costs moved the price week by week, so the elasticity is known from the shop's own past. */
    @Test
    void a_shop_that_knows_its_elasticity_foretells_at_the_price_of_the_last_weeks() {
        var shop = shop();
        var prices = new String[] {"10.00", "12.00", "9.00", "11.00", "8.00", "12.50", "9.50"};
        var costs = new String[] {"5.10", "5.80", "4.70", "5.30", "4.20", "6.50", "4.60"};
        for (int week = 0; week < 60; week++) {
            shop.price(MUG, WEB, prices[week % 7], ago(420 - 7 * week));
            shop.cost(MUG, costs[week % 7], ago(420 - 7 * week));
        }
        var state = shop.sold(
                        MUG,
                        WEB,
                        420,
                        day -> Math.round(20 * Math.pow(Double.parseDouble(prices[day / 7 % 7]) / 10, ELASTICITY)))
                .state();
        var elasticities = new FittedElasticities(ElasticityOptions.DEFAULT);
        var known = plain.answering(new KnownResponse(elasticities));
        double recent = PriceRecord.recentPrice(state, MUG, WEB, NOW).orElseThrow();

        double expected = known.of(state, MUG, WEB, NOW, 28).orElseThrow().mean(7);

        double truth = 20 * Math.pow(recent / 10, ELASTICITY);
        assertThat(elasticities.at(state, NOW).of(state, MUG, WEB).value()).isCloseTo(ELASTICITY, within(.2));
        assertThat(expected).isCloseTo(truth, within(.05 * truth));
    }

    private static SampleShop shopAt(int changed, int days) {
        return shop().sold(MUG, WEB, days, day -> day < days - changed ? 4 : 16)
                .price(MUG, WEB, "20.00", ago(days))
                .price(
                        MUG,
                        WEB,
                        "10.00",
                        TODAY.minusDays(changed).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static TwinState halved(int changed, int days) {
        return shopAt(changed, days).state();
    }

    /** What is foretold at a price: the forecast, put from the price of the last weeks to this one. */
    private double at(TwinState state, double price) {
        var known = plain.answering((asked, sku, channel, asOf, from) ->
                PastPrices.of(asked, sku, channel, asOf, from).map(it -> it.ratios(ELASTICITY)));
        return known.of(state, MUG, WEB, NOW, 28).orElseThrow().mean(14) * answer(state, price);
    }

    private static double answer(TwinState state, double price) {
        double recent = PriceRecord.recentPrice(state, MUG, WEB, NOW).orElseThrow();
        return Math.pow(price / recent, ELASTICITY);
    }
}
