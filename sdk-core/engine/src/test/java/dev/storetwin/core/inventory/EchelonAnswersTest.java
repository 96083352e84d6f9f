package dev.storetwin.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.core.forecast.SharedData;
import dev.storetwin.core.inventory.demand.DemandRate;
import dev.storetwin.core.inventory.demand.UnitDemand;
import dev.storetwin.core.inventory.echelon.ClarkScarf;
import dev.storetwin.core.inventory.echelon.GuaranteedService;
import dev.storetwin.core.inventory.echelon.SerialSystem;
import dev.storetwin.core.inventory.echelon.ServiceLane;
import dev.storetwin.core.inventory.echelon.ServiceNode;
import dev.storetwin.core.inventory.echelon.ServiceTree;
import dev.storetwin.core.inventory.echelon.Stage;
import dev.storetwin.core.inventory.horizon.FiniteHorizon;
import dev.storetwin.core.inventory.horizon.Period;
import dev.storetwin.core.inventory.horizon.Season;
import dev.storetwin.core.inventory.lostsales.Lookahead;
import dev.storetwin.core.inventory.lostsales.LostSales;
import dev.storetwin.core.inventory.lostsales.LostSalesCase;
import dev.storetwin.core.inventory.lostsales.VectorBaseStock;
import dev.storetwin.core.random.Draws;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of several periods, several stages and of lost sales against published answers, each within the tolerance it states. */
@Tag("data")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EchelonAnswersTest {

    private List<JsonNode> answers = List.of();

    @BeforeAll
    void read() throws IOException {
        var file = SharedData.file("inventory-answers/inventory-answers.json").toFile();
        answers = StreamSupport.stream(
                        new ObjectMapper().readTree(file).path("answers").spliterator(), false)
                .toList();
    }

    private Stream<JsonNode> of(String method) {
        return answers.stream().filter(it -> it.path("method").asText().startsWith(method));
    }

    Stream<JsonNode> seasons() {
        return of("finite-horizon");
    }

    Stream<JsonNode> chains() {
        return of("serial system");
    }

    Stream<JsonNode> trees() {
        return of("GSM tree");
    }

    Stream<JsonNode> shelves() {
        return of("lost-sales");
    }

    @Test
    void every_case_of_these_methods_is_looked_at() {
        assertThat(seasons()).hasSize(1);
        assertThat(chains()).hasSize(11);
        assertThat(trees()).hasSize(6);
        assertThat(shelves()).hasSize(1);
    }

    /** "s and S exact; cost relative 1e-3". */
    @ParameterizedTest
    @MethodSource("seasons")
    void a_season(JsonNode answer) {
        var in = answer.path("inputs");
        var demand = UnitDemand.normal(number(in, "demand_mean"), number(in, "demand_sd"));
        var period = new Period(
                demand,
                number(in, "fixed_cost"),
                number(in, "purchase_cost"),
                number(in, "holding_cost"),
                number(in, "stockout_cost"));
        var season = Season.of(in.path("num_periods").intValue(), period)
                .withTerminalCosts(number(in, "terminal_holding_cost"), number(in, "terminal_stockout_cost"))
                .withDiscount(number(in, "discount_factor"));

        var plan = FiniteHorizon.solve(season, in.path("initial_inventory").intValue());

        var out = answer.path("outputs");
        assertThat(plan.levels()).extracting(it -> it.reorderAt().orElseThrow()).isEqualTo(integers(out.path("s")));
        assertThat(plan.levels()).extracting(it -> it.orderUpTo()).isEqualTo(integers(out.path("S")));
        assertClose(plan.cost(), number(out, "cost"), 1e-3);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void a_chain(JsonNode answer) {
        var nodes = StreamSupport.stream(answer.path("inputs").path("nodes").spliterator(), false)
                .sorted(Comparator.comparing(it -> it.path("index").intValue()))
                .toList();
        var stages = nodes.stream()
                .map(it -> new Stage(number(it, "echelon_holding_cost"), number(it, "lead_time")))
                .toList();
        var demand = rate(nodes.get(0).path("demand"));

        var plan = ClarkScarf.solve(new SerialSystem(stages, demand, number(nodes.get(0), "stockout_cost")));

        var out = answer.path("outputs");
        if (demand instanceof DemandRate.Counted) {
            for (int stage = 1; stage <= stages.size(); stage++) {
                double level = number(out.path("echelon_base_stock"), Integer.toString(stage));
                assertThat(plan.levels().get(stage - 1)).isEqualTo(level);
            }
        }
        assertChainCost(answer, plan.cost());
    }

    private static void assertChainCost(JsonNode answer, double cost) {
        var out = answer.path("outputs");
        double published = number(out, "cost");
        switch (answer.path("tolerance").asText()) {
            case "cost within 0.3 % of fine_grid; the coarse published cost is up to 3 % higher" ->
                assertClose(cost, number(out.path("fine_grid"), "cost"), 3e-3);
            case "cost within 1.5 % (coarse grid)" -> assertClose(cost, published, 1.5e-2);
            case "cost within 0.5 % (default grid)" -> assertClose(cost, published, 5e-3);
            case "base-stock levels exact; cost relative 1e-3" -> assertClose(cost, published, 1e-3);
            case "base-stock levels exact; cost relative 1e-4" -> assertClose(cost, published, 1e-4);
            case "base-stock levels exact; cost absolute 0.05" ->
                assertThat(cost).isEqualTo(published, within(.05));
            default -> throw new AssertionError("unknown tolerance of " + answer);
        }
    }

    /** "cost relative 1e-6; committed service times may differ where several are optimal". */
    @ParameterizedTest
    @MethodSource("trees")
    void a_tree(JsonNode answer) {
        var nodes = new ArrayList<ServiceNode>();
        for (var node : answer.path("inputs").path("nodes")) {
            nodes.add(serviceNode(node));
        }
        var lanes = new ArrayList<ServiceLane>();
        for (var edge : answer.path("inputs").path("edges")) {
            lanes.add(new ServiceLane(edge.path(0).asText(), edge.path(1).asText()));
        }

        var plan = GuaranteedService.solve(ServiceTree.of(nodes, lanes));

        assertClose(plan.cost(), number(answer.path("outputs"), "cost"), 1e-6);
    }

    private static ServiceNode serviceNode(JsonNode json) {
        return ServiceNode.of(
                        json.path("index").asText(),
                        number(json, "local_holding_cost"),
                        number(json, "processing_time"),
                        number(json, "demand_bound_constant"))
                .withSupplyTime(json.path("external_inbound_cst").asDouble(0))
                .withPromise(json.path("external_outbound_cst").asDouble(Double.POSITIVE_INFINITY))
                .withDemand(json.path("demand").path("standard_deviation").asDouble(0));
    }

    /** "absolute 0.01". */
    @ParameterizedTest
    @MethodSource("shelves")
    void a_shelf(JsonNode answer) {
        var in = answer.path("inputs");
        var shelf = new LostSalesCase(
                UnitDemand.poisson(number(in, "demand_mean")),
                in.path("lead_time").intValue(),
                number(in, "holding_cost"),
                number(in, "stockout_cost"));
        var lostSales = LostSales.of(shelf, Draws.of(1));

        var out = answer.path("outputs");
        assertThat(out.size()).isEqualTo(5);
        assertHundredth(lostSales.optimum().cost().cost(), number(out, "optimal_cost"));
        assertHundredth(lostSales.cost(Lookahead.myopic(shelf)).cost(), number(out, "myopic"));
        assertHundredth(lostSales.cost(Lookahead.myopic(shelf, 2)).cost(), number(out, "myopic_2"));
        assertHundredth(
                lostSales.cost(VectorBaseStock.standard(shelf)).cost(), number(out, "standard_vector_base_stock"));
        assertHundredth(lostSales.cappedBaseStock().cost().cost(), number(out, "capped_base_stock"));
    }

    private static DemandRate rate(JsonNode demand) {
        return switch (demand.path("type").asText()) {
            case "N" -> DemandRate.normal(number(demand, "mean"), number(demand, "standard_deviation"));
            case "P" -> DemandRate.poisson(number(demand, "mean"));
            default -> throw new AssertionError("unknown demand " + demand);
        };
    }

    private static double number(JsonNode json, String name) {
        assertThat(json.path(name).isNumber()).as("%s of %s", name, json).isTrue();
        return json.path(name).doubleValue();
    }

    private static List<Integer> integers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::intValue)
                .toList();
    }

    private static void assertClose(double seen, double published, double relative) {
        assertThat(seen).isEqualTo(published, within(relative * Math.abs(published)));
    }

    private static void assertHundredth(double seen, double published) {
        assertThat(seen).isEqualTo(published, within(.01));
    }
}
