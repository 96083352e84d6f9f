package dev.storetwin.core.guardrail;

import static dev.storetwin.core.SampleShop.MAIN;
import static dev.storetwin.core.SampleShop.MUG;
import static dev.storetwin.core.SampleShop.NOW;
import static dev.storetwin.core.SampleShop.WEB;
import static dev.storetwin.core.SampleShop.ago;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storetwin.core.SampleShop;
import dev.storetwin.core.feature.FeatureCatalogue;
import dev.storetwin.event.CutOffChanged;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.EventHeader;
import dev.storetwin.event.LineQuantity;
import dev.storetwin.event.NodeChanged;
import dev.storetwin.event.NodeKind;
import dev.storetwin.event.OrderCancelled;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.OrderRefunded;
import dev.storetwin.event.OutageReported;
import dev.storetwin.guardrail.Campaign;
import dev.storetwin.guardrail.CarrierOutage;
import dev.storetwin.guardrail.Category;
import dev.storetwin.guardrail.CompiledRules;
import dev.storetwin.guardrail.CurrentPrice;
import dev.storetwin.guardrail.Fact;
import dev.storetwin.guardrail.Figure;
import dev.storetwin.guardrail.GuardrailContext;
import dev.storetwin.guardrail.LandedCost;
import dev.storetwin.guardrail.Limit;
import dev.storetwin.guardrail.Location;
import dev.storetwin.guardrail.LowestPrice;
import dev.storetwin.guardrail.NodeOutage;
import dev.storetwin.guardrail.NodeStock;
import dev.storetwin.guardrail.OrderAge;
import dev.storetwin.guardrail.OrderTerm;
import dev.storetwin.guardrail.OrderValue;
import dev.storetwin.guardrail.OrderedLine;
import dev.storetwin.guardrail.Refunded;
import dev.storetwin.guardrail.RuleCache;
import dev.storetwin.guardrail.RuleCompiler;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.guardrail.RuleSetRefused;
import dev.storetwin.guardrail.Ruling;
import dev.storetwin.guardrail.StockCover;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.TwinState;
import dev.storetwin.type.Amount;
import dev.storetwin.type.Capability;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Money;
import dev.storetwin.type.OrderId;
import dev.storetwin.type.Place;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Region;
import dev.storetwin.type.ShippingService;
import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import dev.storetwin.type.Target;
import dev.storetwin.type.TaxMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules see what they can look at, and nothing else is looked up for them. */
class ShopFactsTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.ofShop();
    private static final CarrierId DHL = new CarrierId("DHL");
    private static final Source SOURCE = new Source("test");
    private static final Target MUG_ON_WEB = Target.of(MUG, WEB);
    private static final Target MUG_AT_MAIN = Target.of(MUG, MAIN);

    private final TwinState shop = SampleShop.shop()
            .price(MUG, WEB, "20", ago(30))
            .cost(MUG, "8")
            .category(MUG, "mugs")
            .terms(MUG, 12, 6, 5)
            .stock(MUG, MAIN, 40)
            .sold(MUG, WEB, 28, day -> 2)
            .with(new NodeChanged(
                    EventHeader.of(SOURCE, EntityKind.NODE, MAIN.value(), ago(400)),
                    MAIN,
                    "Main",
                    NodeKind.WAREHOUSE,
                    Optional.of(new Place("DE", Optional.of(new Region("SN")), Optional.empty())),
                    Optional.empty(),
                    true))
            .with(outage(Optional.of(DHL)))
            .with(outage(Optional.empty()))
            .state();

    private static OutageReported outage(Optional<CarrierId> carrier) {
        return new OutageReported(
                EventHeader.of(
                        SOURCE, EntityKind.OUTAGE, carrier.map(CarrierId::value).orElse("main"), ago(1)),
                carrier.isPresent() ? Optional.empty() : Optional.of(MAIN),
                carrier,
                ago(1),
                Optional.empty(),
                "strike");
    }

    @Test
    void only_kinds_of_facts_that_rules_spell_are_made() {
        assertThat(kinds(MUG_ON_WEB, "PriceChange() LandedCost() StockCover()"))
                .containsExactlyInAnyOrder(LandedCost.class, StockCover.class);
        assertThat(kinds(MUG_ON_WEB, "PriceChange()")).isEmpty();
        assertThat(kinds(MUG_AT_MAIN, "OrderTerm()")).hasSize(2).allMatch(OrderTerm.class::isAssignableFrom);
    }

    @Test
    void a_word_for_all_facts_and_rules_of_a_trusted_author_get_every_kind() {
        assertThat(kinds(MUG_ON_WEB, "Fact()")).contains(LandedCost.class, StockCover.class, Category.class);
        assertThat(facts(MUG_ON_WEB, RuleSet.of("r.drl", "anything").trusted())).hasSizeGreaterThan(5);
    }

    @Test
    void a_feature_that_rules_name_is_a_figure_of_what_the_action_is_about() {
        var facts =
                facts(MUG_ON_WEB, rules("Figure(name == \"sales_velocity_28d\") or \"channel_sales_velocity_28d\""));

        assertThat(facts)
                .containsExactlyInAnyOrder(
                        new Figure("sales_velocity_28d", "MUG-1", 2),
                        new Figure("channel_sales_velocity_28d", "MUG-1@web", 2));
    }

    @Test
    void features_of_the_carriers_that_collect_at_a_node_are_told_by_carrier() {
        var service = new ShippingService(DHL, "parcel");
        var collecting = SampleShop.shop()
                .with(new CutOffChanged(
                        EventHeader.of(SOURCE, EntityKind.CUT_OFF, "main/dhl", ago(9)),
                        MAIN,
                        service,
                        EnumSet.allOf(DayOfWeek.class),
                        LocalTime.of(16, 0)))
                .state();

        var facts = new ShopFacts(CATALOGUE, List.of())
                .about(
                        collecting,
                        Capability.INVENTORY,
                        MUG_AT_MAIN,
                        NOW,
                        gate(rules("Figure carrier_promised_sum_28d")))
                .facts();

        assertThat(facts).containsExactly(new Figure("carrier_promised_sum_28d", "DHL", 0));
    }

    @Test
    void what_is_out_and_where_a_node_lies_are_facts() {
        assertThat(facts(MUG_AT_MAIN, rules("Location() NodeOutage() CarrierOutage()")))
                .containsExactlyInAnyOrder(
                        new Location(MAIN, NodeKind.WAREHOUSE, "DE", "SN", true),
                        new NodeOutage(MAIN, ago(1), "strike"),
                        new CarrierOutage(DHL, ago(1), "strike"));
    }

    @Test
    void the_price_of_now_the_lowest_of_a_month_and_campaigns_are_facts_of_a_sku_in_a_channel() {
        var priced = SampleShop.shop()
                .price(MUG, WEB, "15", ago(60))
                .price(MUG, WEB, "16", ago(40))
                .price(MUG, WEB, "20", ago(20))
                .price(MUG, WEB, "18", ago(-1))
                .campaign("Spring", MUG, ago(100), ago(80))
                .campaign("Winter", MUG, ago(200), ago(95))
                .state();

        var facts = new ShopFacts(CATALOGUE, List.of())
                .about(
                        priced,
                        Capability.PRICING,
                        MUG_ON_WEB,
                        NOW,
                        gate(rules("CurrentPrice() LowestPrice() Campaign()")))
                .facts();

        assertThat(facts)
                .containsExactly(
                        new CurrentPrice(MUG, WEB, Money.of("20", "EUR")),
                        new LowestPrice(MUG, WEB, Money.of("16", "EUR")),
                        new Campaign(MUG, WEB, "Spring", ago(100), ago(80)));
    }

    @Test
    void what_each_node_holds_is_a_fact_of_a_sku() {
        assertThat(facts(MUG_AT_MAIN, rules("NodeStock()")))
                .containsExactly(new NodeStock(MUG, MAIN, Quantity.of(40), Quantity.of(40), Quantity.ZERO));
    }

    @Test
    void an_order_tells_its_age_lines_refunds_and_where_its_goods_lie() {
        var order = OrderId.of("o-7");
        var sold = OrderLine.of("1", MUG, Quantity.of(2), Money.of("20", "EUR"), TaxMode.NET);
        var cancelled = List.of(new LineQuantity("1", MUG, Quantity.of(1)));
        var refund = Amount.of(Money.of("5", "EUR"), TaxMode.NET);
        var ordered = SampleShop.shop()
                .stock(MUG, MAIN, 40)
                .with(OrderPlaced.of(SOURCE, order, WEB, ago(10), sold).by(SubjectId.of("s-1")))
                .with(new OrderCancelled(
                        EventHeader.of(SOURCE, EntityKind.CANCELLATION, "c-1", ago(9)), order, cancelled, "late"))
                .with(new OrderRefunded(
                        EventHeader.of(SOURCE, EntityKind.REFUND, "r-1", ago(8)),
                        order,
                        refund,
                        List.of(),
                        Amount.of(Money.of("0", "EUR"), TaxMode.NET),
                        "late"))
                .state();

        var facts = new ShopFacts(CATALOGUE, List.of())
                .about(
                        ordered,
                        Capability.FULFILLMENT,
                        Target.of(order),
                        NOW,
                        gate(rules("OrderAge() OrderedLine() OrderValue() Refunded() NodeStock()")))
                .facts();

        assertThat(facts)
                .startsWith(
                        new OrderAge(order, 10.375),
                        new OrderedLine(order, "1", MUG, Quantity.of(1), Quantity.ZERO, Quantity.ZERO),
                        new Refunded(order, Money.of("5", "EUR")),
                        new OrderValue(order, Money.of("20", "EUR")))
                .hasSize(5)
                .last()
                .isInstanceOf(NodeStock.class);
    }

    @Test
    void a_limit_of_a_region_holds_for_the_nodes_in_it() {
        var limits = List.of(
                new Limit("largest order", "*", Money.of("500", "EUR")),
                new Limit("largest order", "SN", Money.of("90", "EUR")));
        var context = new ShopFacts(CATALOGUE, limits)
                .about(shop, Capability.INVENTORY, MUG_AT_MAIN, NOW, gate(rules("Limit()")));

        assertThat(context.facts()).containsExactly(limits.get(1));
    }

    @Test
    void the_features_that_rules_look_at_are_versions_of_the_decision() {
        var facts = new ShopFacts(CATALOGUE, List.of());
        var cover = CATALOGUE.feature("days_of_cover_28d").definition();

        assertThat(facts.versions(gate(rules("StockCover()"))))
                .containsEntry("feature:" + cover.id(), cover.hash())
                .hasSize(2);
        assertThat(facts.versions(gate(rules("Figure sales_velocity_28d")))).hasSize(1);
        assertThat(facts.versions(gate(rules("PriceChange()")))).isEmpty();
    }

    @Test
    void a_slip_of_the_pen_in_a_name_is_refused_with_its_place() {
        var compiler = new SheetCompiler(Optional.of(new NoCompiler()), CATALOGUE);

        assertThatThrownBy(() -> compiler.compile(RuleSet.of("slow.drl", """
                rule "slow" when
                    PriceChange()
                    Figure(name == "sales_velocty_28d", value < 1)
                then end""")))
                .isInstanceOf(RuleSetRefused.class)
                .hasMessageContaining(
                        "slow.drl:3:21: There is no feature named 'sales_velocty_28d'. Maybe 'sales_velocity_28d' is meant.");
        assertThatThrownBy(() -> compiler.compile(rules("Figure(value < 1)")))
                .hasMessageContaining("r.drl:1:1: A Figure is looked at without its name.");
        assertThatThrownBy(() -> compiler.compile(rules("Figure(name == \"customer_orders_sum_28d\")")))
                .hasMessageContaining("cannot be looked at by rules");
        assertThat(compiler.compile(rules("""
                        // a Figure (see the guide)
                        Figure(value < 1, name == "sales_velocity_28d") "Figure (none)" /* Figure() */""")).isEmpty()).isFalse();
    }

    private List<Class<?>> kinds(Target target, String text) {
        return facts(target, rules(text)).stream()
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    private List<Fact> facts(Target target, RuleSet rules) {
        return new ShopFacts(CATALOGUE, List.of())
                .about(shop, Capability.PRICING, target, NOW, gate(rules))
                .facts();
    }

    private static RuleSet rules(String text) {
        return RuleSet.of("r.drl", text);
    }

    private static Gate gate(RuleSet rules) {
        return new Gate(Optional.of(new Silent(rules)), List.of());
    }

    private record Silent(RuleSet ruleSet) implements CompiledRules {

        @Override
        public <A extends Action> Ruling<A> check(A action, GuardrailContext context) {
            return Ruling.allowed();
        }

        @Override
        public void close() {}
    }

    private static final class NoCompiler implements RuleCompiler {

        @Override
        public CompiledRules compile(RuleSet rules, RuleCache cache) {
            return new Silent(rules);
        }
    }
}
