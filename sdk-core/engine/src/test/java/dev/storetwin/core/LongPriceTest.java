package dev.storetwin.core;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As a platform tells a price that it has divided. */
class LongPriceTest {

    private static final Source SOURCE = Source.of("test");

    @ParameterizedTest
    @CsvSource({
        "9.123456789012345678901234567890, 5.123456789012345678901234567890",
        "99999.123456789012345678901, 51234.123456789012345678901234567890",
        "15.333333333333333333, 5.123456789012345678901234567890"
    })
    void a_price_of_thirty_digits_does_not_break_the_decisions_about_its_sku(String digits, String cost) {
        var price = Money.of(digits, "EUR");
        try (var twin =
                StoreTwin.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build()) {
            twin.accept(PriceChanged.of(SOURCE, MUG, WEB, price, ago(70)));
            twin.accept(CostChanged.of(SOURCE, MUG, Money.of(cost, "EUR"), ago(70)));
            for (int day = 1; day < 60; day++) {
                var line = OrderLine.of("1", MUG, Quantity.of(2), price, TaxMode.NET);
                twin.accept(OrderPlaced.of(SOURCE, OrderId.of("o" + day), WEB, ago(day), line));
            }
            twin.accept(StockCounted.of(SOURCE, MUG, MAIN, Quantity.of(500), ago(0)));

            var change = twin.pricing().recommend(MUG, WEB);
            var order = twin.inventory().recommend(MUG, MAIN);

            assertThat(change.alternatives()).hasSizeGreaterThan(1);
            assertThat(change.status()).isNotEqualTo(DecisionStatus.FAILED);
            assertThat(order.status()).isNotEqualTo(DecisionStatus.FAILED);
        }
    }
}
