package dev.storetwin.core.pricing;

import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static dev.storetwin.core.SampleShop.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.numeric.NegativeBinomial;
import dev.storetwin.core.random.Draws;
import dev.storetwin.pricing.ElasticityStatus;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Money;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.TaxMode;
import java.time.Duration;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Simulated shops with known elasticities. */
class ElasticityBookTest {

    private static final int WEEKS = 52;
    private static final Sku TEA = Sku.of("TEA");

    @Test
    void elasticities_come_near_the_truth_where_the_cost_moves_the_price() {
        int skus = 60;
        var state = simulated(skus, WEEKS, 3).state();

        var book = book(state);

        double off = 0;
        int covered = 0;
        int estimated = 0;
        for (int i = 0; i < skus; i++) {
            var said = book.of(state, sku(i), WEB);
            if (said.status() == ElasticityStatus.ESTIMATED) {
                double error = said.value() - truth(i);
                off += Math.abs(error);
                covered += Math.abs(error) < 1.96 * said.standardError() ? 1 : 0;
                estimated++;
            }
        }
        assertThat(estimated).isGreaterThan(50);
        assertThat(off / estimated).isLessThan(.4);
        assertThat((double) covered / estimated).isBetween(.85, 1.0);
    }

    @Test
    void without_a_cost_or_anything_that_explains_demand_nothing_is_said_of_an_answer_to_price() {
        var state = priced(shop(), week -> 8 + week * 7 % 5, -2).state();

        var said = book(state).of(state, TEA, WEB);

        assertThat(said.status()).isEqualTo(ElasticityStatus.UNIDENTIFIED);
        assertThat(said.value()).isEqualTo(-1.7);
        assertThat(said.reason()).contains("-1.70 of shops in general is used").contains("follows hidden demand");
        assertThat(said.highestPrice()).isEqualTo(12);
    }

    @Test
    void a_wrong_signed_answer_is_never_used() {
        var shop = priced(shop(), week -> 8 + week * 7 % 5, 1.5);
        for (int week = 0; week < WEEKS; week++) {
            shop.cost(TEA, "%.2f".formatted((8 + week * 7 % 5) * (.6 + .02 * (week * 5 % 7))), ago(7 * (WEEKS - week)));
        }
        var state = shop.state();

        var said = book(state).of(state, TEA, WEB);

        assertThat(said.status()).isIn(ElasticityStatus.REFUSED, ElasticityStatus.UNIDENTIFIED);
        assertThat(said.value()).isNegative();
    }

    @Test
    void a_sku_without_price_moves_takes_its_categorys() {
        var still = Sku.of("STILL");
        var shop = simulated(30, WEEKS, 2).category(still, "A").price(still, WEB, "10.00", ago(7 * WEEKS));
        var state = shop.sold(still, WEB, 7 * WEEKS, day -> 3).state();

        var said = book(state).of(state, still, WEB);

        assertThat(said.status()).isEqualTo(ElasticityStatus.POOLED);
        assertThat(said.reason()).contains("category A is used");
        // Category A is more sensitive than category B.
        assertThat(said.value()).isCloseTo(-2.5, within(.4));
    }

    @Test
    void a_sku_that_nobody_knows_gets_what_is_usual_here() {
        var state = simulated(10, WEEKS, 2).state();
        var book = book(state);

        var said = book.of(state, Sku.of("NEW"), WEB);

        assertThat(said.status()).isEqualTo(ElasticityStatus.POOLED);
        assertThat(said.reason()).contains("of the shop is used: its own history was not looked at, or there is none");
    }

    @Test
    void weeks_out_of_stock_say_nothing() {
        var tea = Sku.of("TEA");
        var shop = shop();
        for (int week = 0; week < WEEKS; week++) {
            // Dear weeks are out of stock: taken at face value they would look like a strong answer.
            boolean dear = week % 4 == 3;
            shop.price(tea, WEB, dear ? "12.00" : week % 2 == 0 ? "10.00" : "9.50", ago(7 * (WEEKS - week)));
            shop.cost(
                    tea,
                    "%.2f".formatted((dear ? 6 : week % 2 == 0 ? 5 : 4.75) * (1 + .01 * (week * 5 % 7))),
                    ago(7 * (WEEKS - week)));
            shop.stock(tea, SampleShop.MAIN, dear ? 0 : 50_000, ago(7 * (WEEKS - week)));
            for (int day = 0; day < 7 && !dear; day++) {
                double price = week % 2 == 0 ? 10 : 9.5;
                shop.order(
                        tea,
                        WEB,
                        Quantity.of(Math.round(20 * Math.pow(price / 10, -2) + day % 3 - 1)),
                        ago(7 * (WEEKS - week) - day).plus(Duration.ofHours(9)));
            }
        }
        var state = shop.state();

        var said = book(state).of(state, tea, WEB);

        assertThat(said.value()).isCloseTo(-2, within(.7));
        assertThat(said.highestPrice()).isEqualTo(10);
    }

    @Test
    void what_moves_the_whole_channel_is_not_an_answer_to_one_price() {
        // All demand doubles every other week, mostly those in which this SKU, alone, is a tenth dearer.
        var tea = Sku.of("TEA");
        var shop = shop();
        for (int i = 0; i < 40; i++) {
            var other = Sku.of("OTHER-" + i);
            shop.price(other, WEB, "5.00", ago(7 * WEEKS));
            shop.sold(other, WEB, 7 * WEEKS, day -> day / 7 % 2 == 0 ? 4 : 8);
        }
        for (int week = 0; week < WEEKS; week++) {
            shop.price(tea, WEB, isDear(week) ? "11.00" : "10.00", ago(7 * (WEEKS - week)));
        }
        shop.sold(
                tea,
                WEB,
                7 * WEEKS,
                day -> Math.round((day / 7 % 2 == 0 ? 20 : 40) * Math.pow(isDear(day / 7) ? 1.1 : 1, -2)));
        var state = shop.state();

        var said = book(state).of(state, tea, WEB);

        assertThat(said.status()).isEqualTo(ElasticityStatus.ESTIMATED);
        assertThat(said.value()).isBetween(-2.6, -.1);
    }

    @Test
    void a_book_is_kept_while_the_weeks_it_rests_on_stay_as_they_are() {
        var source = new FittedElasticities(ElasticityOptions.DEFAULT);
        var shop = simulated(5, 20, 2);
        var before = shop.state();
        var today = shop.order(sku(0), WEB, Quantity.of(3), NOW).state();
        var corrected = shop.order(sku(0), WEB, Quantity.of(900), ago(20)).state();

        var book = source.at(before, NOW);

        assertThat(source.at(before, NOW)).isSameAs(book);
        assertThat(source.at(today, NOW)).isSameAs(book);
        assertThat(source.at(corrected, NOW)).isNotSameAs(book);
        assertThat(source.at(corrected, NOW).version())
                .isNotEqualTo(book.version())
                .isEqualTo(book(corrected).version());
        assertThat(source.at(before, NOW).version()).isEqualTo(book.version());
    }

    @Test
    void an_empty_shop_has_an_answer_too() {
        var state = shop().state();

        var said =
                new FittedElasticities(ElasticityOptions.DEFAULT).at(state, NOW).of(state, sku(0), WEB);

        assertThat(said.status()).isEqualTo(ElasticityStatus.UNIDENTIFIED);
        assertThat(said.value()).isEqualTo(-1.7);
    }

    /** Twenty a day at ten, and the answer to the price of the week. */
    private static SampleShop priced(SampleShop shop, IntToDoubleFunction priceOfWeek, double elasticity) {
        for (int week = 0; week < WEEKS; week++) {
            var price = String.valueOf(priceOfWeek.applyAsDouble(week));
            shop.price(TEA, WEB, Money.of(price, "EUR"), TaxMode.NET, ago(7 * (WEEKS - week)));
        }
        return shop.sold(TEA, WEB, 7 * WEEKS, day -> {
            double price = priceOfWeek.applyAsDouble(day / 7);
            return Math.round(20 * Math.pow(price / 10, elasticity) + day * 7 % 3 - 1);
        });
    }

    private static ElasticityBook book(TwinState state) {
        return new FittedElasticities(ElasticityOptions.DEFAULT).at(state, NOW);
    }

    /** Odd weeks, but for one in four, and one in four of the even ones. */
    private static boolean isDear(int week) {
        return week % 8 == 0 || week % 2 == 1 && week % 8 != 7;
    }

    private static Sku sku(int index) {
        return Sku.of("SKU-%03d".formatted(index));
    }

    /** Around -2.5 in category A and -1.5 in category B. */
    private static double truth(int index) {
        return (index % 2 == 0 ? -2.5 : -1.5)
                + .3 * Draws.of(4).keyed("test", "truth", index).nextGaussian();
    }

    /** Log-normal weeks, Poisson days, prices that change every few weeks by up to a tenth either way. */
    private static SampleShop simulated(int skus, int weeks, int stride) {
        var shop = shop();
        for (int i = 0; i < skus; i++) {
            var draw = Draws.of(4).keyed("test", "shop", i);
            shop.category(sku(i), i % 2 == 0 ? "A" : "B");
            double price = 10;
            for (int week = 0; week < weeks; week++) {
                if (week % stride == 0) {
                    price = Math.rint(1000 * Math.exp(.1 * draw.nextGaussian())) / 100;
                    shop.price(
                            sku(i), WEB, Money.of(String.valueOf(price), "EUR"), TaxMode.NET, ago(7 * (weeks - week)));
                    double cost = .6 * price * Math.exp(.04 * draw.nextGaussian());
                    shop.cost(sku(i), String.valueOf(Math.rint(100 * cost) / 100), ago(7 * (weeks - week)));
                }
                double mean = 5 * Math.pow(price / 10, truth(i)) * Math.exp(.15 * draw.nextGaussian());
                for (int day = 0; day < 7; day++) {
                    long units = NegativeBinomial.poisson(mean).quantile(draw.nextOpenDouble());
                    if (units > 0) {
                        shop.order(
                                sku(i),
                                WEB,
                                Quantity.of(units),
                                ago(7 * (weeks - week) - day).plus(Duration.ofHours(9)));
                    }
                }
            }
        }
        return shop;
    }
}
