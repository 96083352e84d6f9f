package dev.storetwin.rules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.audit.Outcome;
import dev.storetwin.audit.OutcomeKind;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.decision.Autonomy;
import dev.storetwin.decision.Decision;
import dev.storetwin.decision.DecisionStatus;
import dev.storetwin.event.CostChanged;
import dev.storetwin.event.OrderLine;
import dev.storetwin.event.OrderPlaced;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.guardrail.RuleSet;
import dev.storetwin.platform.ActionWriter;
import dev.storetwin.platform.WriteResult;
import dev.storetwin.pricing.PriceChange;
import dev.storetwin.proposal.Action;
import dev.storetwin.type.Capability;
import dev.storetwin.type.Channel;
import dev.storetwin.type.DecisionId;
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
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example, compiled and run, and compared with the README to the letter. */
class ReadmeTest {

    private static final Source SOURCE = Source.of("readme");
    private static final int DAYS = 180;

    private final Sku mug = Sku.of("MUG-1");
    private final Channel web = Channel.of("web");
    private final List<TwinEvent> history = history();
    private final Shop shop = new Shop();
    private DecisionStatus status = DecisionStatus.FAILED;

    /** Stands for the host's own shop. */
    private static final class Shop implements ActionWriter {

        private final List<Action> changes = new ArrayList<>();

        @Override
        public boolean writes(Action action) {
            return action instanceof PriceChange;
        }

        @Override
        public WriteResult write(Action action, DecisionId key) {
            changes.add(action);
            return new WriteResult.Written();
        }
    }

    @Test
    void the_example_runs(@TempDir Path data) {
        // @formatter:off
        // README begins
        try (Twin twin = StoreTwin.builder()
                .dataDirectory(data) // durable; leave it out for memory alone
                .zone(ZoneId.of("Europe/Berlin"))
                .currency(Currency.getInstance("EUR"))
                .guardrails(RuleSet.fromClasspath("rules/price/margin-floor.drl"))
                .writer(shop) // carries out what the twin may do
                .autonomy(Capability.PRICING, Autonomy.FULL)
                .build()) { // returns with the rules ready

            twin.load(history.stream()); // orders, prices, costs, stock: in any order, repeats welcome

            Decision<PriceChange> decision = twin.pricing().recommend(mug, web);
            decision.reasons().forEach(System.out::println); // also why nothing is to be done
            Outcome outcome = twin.apply(decision); // judged once more, written to the shop, audited
            // README ends
            // @formatter:on
            status = decision.status();
            assertThat(twin.audit().lines())
                    .anyMatch(it -> it.contains(decision.id().value()));
            assertThat(outcome.kind())
                    .isEqualTo(status == DecisionStatus.ADVISED ? OutcomeKind.APPLIED : OutcomeKind.REFUSED);
        }
        assertThat(status).isIn(DecisionStatus.ADVISED, DecisionStatus.NO_ACTION);
        assertThat(shop.changes).hasSize(status == DecisionStatus.ADVISED ? 1 : 0);
    }

    @Test
    void the_readme_says_what_runs() throws IOException {
        var root = root();
        var test = Files.readString(
                root.resolve("rules-examples/src/test/java/dev/storetwin/rules/examples/ReadmeTest.java"));
        var code = test.substring(test.indexOf("// README begins\n") + 17, test.indexOf("// README ends"));
        var example = code.stripIndent().stripTrailing() + "\n}\n";

        assertThat(Files.readString(root.resolve("README.md"))).contains("```java\n" + example + "```");
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md")) || !Files.exists(folder.resolve("sdk-api"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Half a year of a mug at two prices. */
    private List<TwinEvent> history() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var eur = Currency.getInstance("EUR");
        var events = new ArrayList<TwinEvent>();
        events.add(CostChanged.of(SOURCE, mug, Money.of("4", eur), now.minus(Duration.ofDays(DAYS))));
        for (int day = 0; day < DAYS; day++) {
            var at = now.minus(Duration.ofDays(DAYS - day));
            boolean cheap = day / 30 % 2 == 0;
            var price = Money.of(cheap ? "9" : "10", eur);
            events.add(PriceChanged.of(SOURCE, mug, web, price, at));
            var line = OrderLine.of("1", mug, Quantity.of(cheap ? 12 : 10), price, TaxMode.NET);
            events.add(OrderPlaced.of(SOURCE, OrderId.of("o-" + day), web, at.plusSeconds(60), line));
        }
        events.add(StockCounted.of(SOURCE, mug, NodeId.of("LEIPZIG"), Quantity.of(5_000), now.minusSeconds(60)));
        return events.stream().collect(Collectors.toUnmodifiableList());
    }
}
