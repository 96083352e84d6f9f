package dev.storetwin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyCommandTest {

    private static final String POLICY = "policy --sales @sales.csv --in-stock @flags.csv --out @p.json ";

    @TempDir
    private Path folder;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder);
    }

    private void write(int weeks) {
        shell.write("sales.csv", table(weeks, it -> Integer.toString(4 + it * 7 % 13), it -> Integer.toString(it % 3)));
        shell.write("flags.csv", table(weeks, it -> it % 11 == 0 ? "False" : "True", it -> "True"));
    }

    private static String table(int weeks, IntFunction<String> first, IntFunction<String> second) {
        return "Store,Product,%s\n1,7,%s\n2,7,%s\n"
                .formatted(
                        row(weeks, it -> LocalDate.of(2021, 1, 4).plusWeeks(it).toString()),
                        row(weeks, first),
                        row(weeks, second));
    }

    private static String row(int weeks, IntFunction<String> cell) {
        return IntStream.range(0, weeks).mapToObj(cell).collect(Collectors.joining(","));
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(shell.read("p.json"));
    }

    @Test
    void tells_the_cost_of_each_policy_in_each_window_with_its_error_and_the_chosen_one() throws IOException {
        write(110);

        var run = shell.run(POLICY);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("2 items, 5 windows").contains("Chosen: least cost");
        var json = json();
        assertThat(json.at("/game/first_costed").asInt()).isEqualTo(3);
        assertThat(json.at("/game/last_costed").asInt()).isEqualTo(8);
        assertThat(json.at("/windows").findValuesAsText("start")).containsExactly("80", "85", "90", "95", "100");
        assertThat(json.at("/reference").asText()).isEqualTo("cover +1 by seasonal-average");
        assertThat(json.at("/chosen/policy").asText()).isNotEmpty();
        assertThat(json.at("/chosen/candidates")).hasSizeGreaterThan(10);
        assertThat(json.at("/chosen_before_each_window/windows")).hasSize(5);
        assertThat(json.at("/best_quantile/family").asText()).isEqualTo("quantile");
        for (var policy : json.at("/policies")) {
            var costs = policy.findValue("windows").findValuesAsText("cost");
            double mean =
                    costs.stream().mapToDouble(Double::parseDouble).average().orElseThrow();
            assertThat(policy.get("mean_cost").asDouble()).isEqualTo(mean, within(1e-9));
            assertThat(policy.get("regret").asDouble()).isNotNegative();
            assertThat(policy.get("saving_lower95").asDouble())
                    .isLessThanOrEqualTo(policy.get("saving").asDouble() + 1e-12);
            assertThat(policy.get("holding").asDouble() + policy.get("shortage").asDouble())
                    .isEqualTo(mean, within(1e-9));
        }
    }

    @Test
    void the_same_files_give_the_same_bytes_and_the_effort_is_told_beside_them() {
        write(90);

        var run = shell.run(POLICY);
        var first = shell.read("p.json");
        shell.run(POLICY);

        assertThat(shell.read("p.json")).isEqualTo(first).doesNotContain("cpu_s");
        assertThat(run.err())
                .containsPattern("Processor seconds: playing [0-9.]+, forecasts .*seasonal-average [0-9.]+");
    }

    @Test
    void only_what_the_state_file_names_is_played() throws IOException {
        write(110);
        shell.write("state.csv", "Store,Product,End Inventory\n2,7,4\n");

        assertThat(shell.run(POLICY + "--state @state.csv").code()).isZero();

        assertThat(json().at("/panel/items").asInt()).isEqualTo(1);
    }

    @Test
    void short_histories_are_judged_from_an_earlier_week_on_or_refused() throws IOException {
        write(70);
        var run = shell.run(POLICY + "--lead-time 0 --holding 0.5 --shortage 2");
        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("70 weeks of sales do not reach beyond week 80: windows are judged from week 35 on");
        assertThat(json().at("/game/first_costed").asInt()).isEqualTo(1);

        write(40);
        var short40 = shell.run(POLICY);
        assertThat(short40.code()).isEqualTo(2);
        assertThat(short40.err())
                .contains("40 weeks of sales are too few to play a window")
                .contains("Maybe");
    }

    @Test
    void nonsense_is_refused_before_any_work() {
        write(50);

        assertThat(shell.run(POLICY + "--first 3").err()).contains("--first expects a week from 10 on");
        assertThat(shell.run(POLICY + "--stride 0").code()).isEqualTo(2);
        assertThat(shell.run(POLICY + "--lead-time 90").err()).contains("--lead-time expects whole weeks from 0 to 52");
        assertThat(shell.run(POLICY + "--methods magic").err()).contains("There is no method 'magic'");
        shell.write("sales.csv", "Store,Product,2023-01-02\n");
        assertThat(shell.run(POLICY).err()).contains("sales.csv: there is no line after the header");
        assertThat(shell.files()).doesNotContain("p.json");
    }

    @Test
    void a_stride_beyond_all_weeks_leaves_one_window_and_a_method_named_twice_is_tried_once() throws IOException {
        write(110);

        var run = shell.run(POLICY + "--stride 2147483647 --methods naive,naive");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(json().at("/windows").findValuesAsText("start")).containsExactly("80");
        assertThat(json().at("/policies").findValuesAsText("policy"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }
}
