package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.Twin;
import dev.storetwin.event.PriceChanged;
import dev.storetwin.event.StockCounted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.monitor.QualityReport;
import dev.storetwin.platform.Inbox;
import dev.storetwin.platform.PayloadTranslator;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.Reconciliation;
import dev.storetwin.platform.SignatureCheck;
import dev.storetwin.platform.SignatureVerifier;
import dev.storetwin.platform.Translation;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.testing.PlainVault;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Money;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Quantity;
import dev.storetwin.type.Sku;
import dev.storetwin.type.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/guide/connecting.md, word for word but for the vault. */
class ConnectingGuideTest {

    private static final Instant OPENING = Instant.parse("2026-03-04T12:00:00Z");
    private static final Sku MUG = Sku.of("MUG");
    private static final NodeId LEIPZIG = NodeId.of("LEIPZIG");

    private final Source platform = Source.of("shop");
    private final FakeShop shop = FakeShop.openedAt(OPENING)
            .sells(MUG, Channel.of("web"), Money.of("20", "EUR"))
            .stocks(MUG, LEIPZIG, 5);
    private final Reconciler reconciler = shop.lists();
    private final PayloadTranslator translator = message -> new Translation.Translated(
            List.of(StockCounted.of(platform, MUG, LEIPZIG, Quantity.of(7), message.receivedAt())));
    private final SignatureVerifier verifier = message -> new SignatureCheck.Verified();
    private final PlatformMessage message =
            PlatformMessage.of(Map.of(), "{}".getBytes(StandardCharsets.UTF_8), OPENING.plusSeconds(60));
    private final Stream<TwinEvent> history = Stream.of(
            StockCounted.of(platform, MUG, LEIPZIG, Quantity.of(9), OPENING.minusSeconds(60)),
            PriceChanged.of(platform, MUG, Channel.of("web"), Money.of("-20", "EUR"), OPENING.minusSeconds(30)));
    private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    @TempDir
    private Path folder;

    private void answer(int status) {
        answers.add(status);
    }

    private void say(String words) {
        said.add(words);
    }

    @Test
    void a_shop_is_connected() throws InterruptedException {
        try (Twin twin = StoreTwin.builder()
                .vault(new PlainVault())
                .dataDirectory(folder) // what is acknowledged is on disk
                .build()) {
            twin.load(history); // once; repeats are welcome

            Inbox inbox = twin.platforms()
                    .inbox(platform, translator, verifier); // once; in the handler of the platform's webhooks:
            inbox.receive(message).thenAccept(receipt -> answer(receipt.isKept() ? 200 : 503));

            Reconciliation reconciliation =
                    twin.platforms().reconciliation(reconciler); // in the host's scheduler, once a minute:
            reconciliation.runDue();

            QualityReport report = twin.quality(); // on the operator's page:
            report.sources().forEach(source -> say(source.health().words()));
            twin.quarantine().counts().forEach((defect, events) -> say(events + " refused: " + defect.label()));

            assertThat(answers.take()).isEqualTo(200);
            assertThat(said).contains("1 refused: negative number");
        }
    }
}
