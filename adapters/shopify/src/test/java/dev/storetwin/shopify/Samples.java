package dev.storetwin.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storetwin.platform.PlatformMessage;
import dev.storetwin.testing.SampleMessage;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shopify bodies: those invented for these tests, and those of the shared data folder. */
final class Samples {

    static final Instant RECEIVED_AT = Instant.parse("2025-04-01T12:00:00Z");

    static final ShopifyOptions OPTIONS = ShopifyOptions.of("kiln", "EUR")
            .withChannel("location:77", Channel.of("store-leipzig"))
            .withChannel("app:88", Channel.of("partner"))
            .withChannel("publication:55", Channel.of("social"))
            .withNode("77", NodeId.of("LEIPZIG"));

    /** Fields whose values are a person's; {@code name} is not among them, since options and locations have names too. */
    private static final Set<String> PERSONAL = Set.of(
            ("email contact_email email_address phone first_name last_name address1 address2 zip company note message"
                            + " customer_note return_reason_note reason_notes tracking_number tracking_url browser_ip token"
                            + " cart_token abandoned_checkout_url order_status_url")
                    .split(" "));

    /** Fields whose values are nobody's, whatever they hold. */
    private static final Set<String> PUBLIC = Set.of("title", "sku", "vendor", "code", "province", "status", "gateway");

    /** Shorter values also stand where nobody means a person. */
    private static final int SHORTEST = 5;

    private static final Pattern TOPIC = Pattern.compile("sample body published for topic (\\S+)");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Samples() {}

    /** Made for these tests; the path up to a tilde is the topic, {@code rest} stands for none. */
    static Stream<SampleMessage> invented() {
        var root = root();
        return files(root).map(file -> {
            var name = root.relativize(file).toString().replace('\\', '/').replace(".json", "");
            var topic = Optional.of(name.replaceFirst("~.*", "")).filter(it -> !it.startsWith("rest/"));
            return sample(name, topic, read(file));
        });
    }

    /** Those of the shared data folder; the topic stands in its list of sources. */
    static Stream<SampleMessage> shared() {
        var folder = SharedData.folder("payloads/shopify");
        var topics = topics(folder);
        return files(folder)
                .map(file -> sample(
                        file.getFileName().toString(),
                        Optional.ofNullable(topics.get(file.getFileName().toString())),
                        read(file)));
    }

    private static Map<String, String> topics(Path folder) {
        try (var lines = Files.lines(folder.resolve("SOURCE.tsv"))) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(columns ->
                            TOPIC.matcher(columns[columns.length - 1]).find())
                    .collect(Collectors.toMap(columns -> columns[0], columns -> topic(columns[columns.length - 1])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String topic(String note) {
        var matcher = TOPIC.matcher(note);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static SampleMessage sample(String name, Optional<String> topic, byte[] body) {
        var personal = new HashSet<String>();
        Mutations.texts(json(body), PERSONAL, value -> personal.add(value.strip()));
        personal.removeIf(value -> value.length() < SHORTEST || isPublic(json(body), value));
        return new SampleMessage(name, message(topic, body), personal);
    }

    /** Whether a value also stands where it is no person's: made-up bodies repeat themselves, and a store is named after its street. */
    private static boolean isPublic(JsonNode json, String value) {
        var publicly = new HashSet<String>();
        var names = new HashSet<String>();
        Mutations.texts(json, PUBLIC, publicly::add);
        Mutations.texts(json, Set.of("name"), names::add);
        return names.contains(value) || publicly.stream().anyMatch(it -> it.contains(value));
    }

    static PlatformMessage message(Optional<String> topic, byte[] body) {
        var message = PlatformMessage.of(Map.of(), body, RECEIVED_AT);
        return topic.map(message::withTopic).orElse(message);
    }

    static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Path root() {
        try {
            return Path.of(Samples.class.getResource("/bodies").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Stream<Path> files(Path root) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
