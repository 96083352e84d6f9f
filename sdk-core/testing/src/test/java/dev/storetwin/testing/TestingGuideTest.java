package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.guardrail.Guardrail;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import dev.storetwin.type.TaxMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples of docs/guide/testing.md, word for word. */
class TestingGuideTest {

    private static final Source SHOP = Source.of("shop");
    private static final Sku MUG = Sku.of("MUG-1");
    private static final Channel WEB = Channel.of("web");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");
    private static final Instant MONDAY = Instant.parse("2025-06-02T08:00:00Z");
    private static final Money EIGHT = Money.of("8", "EUR");
    private static final Money TWENTY = Money.of("20", "EUR");
    private static final Money TWENTY_ONE = Money.of("21", "EUR");

    private final Guardrail<PriceChange> noDearMugs = new Guardrail<>() {
        @Override
        public Class<PriceChange> actions() {
            return PriceChange.class;
        }

        @Override
        public Ruling<PriceChange> check(PriceChange action, GuardrailContext context) {
            return action.to().compareTo(Money.of("25", "EUR")) > 0
                    ? Ruling.blocked("no dear mugs", "nobody pays that for a mug")
                    : Ruling.allowed();
        }
    };

    private final TwinEvent mugOnSale = PriceChanged.of(SHOP, MUG, WEB, TWENTY, MONDAY);
    private final TwinEvent mugCosts = CostChanged.of(SHOP, MUG, EIGHT, MONDAY);
    private final TwinEvent mugCounted = StockCounted.of(SHOP, MUG, LEIPZIG, Quantity.of(1_000), MONDAY);
    private final List<OrderPlaced> twentyWeeksOfOrders =
            IntStream.range(0, 140).mapToObj(day -> order(day, 3 + day % 7)).toList();

    private static OrderPlaced order(int day, int units) {
        var line = OrderLine.of("1", MUG, Quantity.of(units), TWENTY, TaxMode.NET);
        return OrderPlaced.of(SHOP, OrderId.of("O-" + day), WEB, MONDAY.plus(Duration.ofDays(day)), line);
    }

    private static Decision<PriceChange> raise(Twin twin, FakeShop shop) {
        return Advice.to(twin, new PriceChange(MUG, WEB, TWENTY, TWENTY_ONE), shop.now());
    }

    @Test
    void one_decision() {
        TwinFixture.of(StoreTwin.builder().guardrail(noDearMugs))
                .given(mugOnSale, mugCosts, mugCounted)
                .given(twentyWeeksOfOrders)
                .after(Duration.ofHours(1))
                .when(twin -> twin.pricing().recommend(MUG, WEB))
                .expectNoHit("another rule")
                .expect("a known baseline", decision -> decision.baseline() > 0);
    }

    @Test
    void the_closed_loop() {
        var shop = FakeShop.openedAt(MONDAY)
                .sells(MUG, WEB, TWENTY)
                .pays(MUG, EIGHT)
                .stocks(MUG, LEIPZIG, 40);
        var options = StoreTwin.builder().guardrail(noDearMugs).autonomy(Capability.PRICING, Autonomy.FULL);
        try (var fixture = TwinFixture.of(options, shop)) {
            shop.order(MUG, WEB, 2);
            fixture.after(Duration.ofDays(1)).when(twin -> raise(twin, shop)).expectOutcome(OutcomeKind.APPLIED);
            fixture.after(Duration.ofSeconds(1)); // the shop's own report of the new price arrives

            assertThat(shop.price(MUG, WEB)).contains(TWENTY_ONE);
            assertThat(fixture.twin().audit().lines()).anyMatch(line -> line.contains("confirmed"));
        }
    }

    @Test
    void a_shop_with_a_history() {
        var history = SyntheticShop.small(42); // SyntheticShop.of(42): 200 SKUs, a year
        var fixture = TwinFixture.of(StoreTwin.builder().zone(history.zone())).givenHistory(history);
        var sku = history.skus().get(0);
        var web = history.channels().get(0);

        var sold = fixture.twin().state().demand().sales(sku, web, history.from(), history.until());
        var wanted = history.from()
                .datesUntil(history.until())
                .mapToLong(day -> history.truth().wantedUnits(sku, web, day))
                .sum();

        assertThat(sold.totalUnits()).isLessThanOrEqualTo(wanted); // sales are not demand
    }

    @Test
    void every_example_of_the_guide_is_one_of_these_tests() throws IOException {
        var here = repository().resolve("sdk-core/testing/src/test/java/dev/storetwin/testing/TestingGuideTest.java");
        var code = withoutSpace(Files.readString(here));
        var guide = Files.readString(repository().resolve("docs/guide/testing.md"));

        var examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map(it -> withoutSpace(it.group(1)))
                .toList();

        assertThat(examples).hasSize(3).allSatisfy(it -> assertThat(code).contains(it));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(it -> Files.isDirectory(it.resolve("docs/guide")))
                .findFirst()
                .orElseThrow();
    }
}
