package dev.storetwin.shopify;

import static java.util.stream.Collectors.joining;

import dev.storetwin.event.TwinEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the Shopify part of {@code docs/event-model.md} from what the translator declares, and finds it on the page. */
final class EventModelPage {

    private static final String BEGIN = "<!-- Printed from the translator: begin. -->\n";
    private static final String END = "<!-- Printed from the translator: end. -->\n";
    private static final String MONEY_SET = "money set";

    private final Map<Shape, Kind> kinds = new LinkedHashMap<>();
    private final StringBuilder page = new StringBuilder();

    private EventModelPage() {
        Kinds.all().stream()
                .filter(kind -> !kind.isLeft())
                .forEach(kind -> kinds.putIfAbsent(kind.translator().shape(), kind));
    }

    static String printed() {
        var page = new EventModelPage();
        Kinds.all().stream().filter(kind -> !kind.isLeft()).forEach(page::kind);
        page.leftEverywhere();
        page.leftKinds();
        return page.page.toString();
    }

    /** The page with its Shopify part printed anew. */
    static String renewed(String page) {
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + printed() + page.substring(page.indexOf(END));
    }

    static String onPage(String page) {
        return page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    }

    static String read() throws IOException {
        return Files.readString(file());
    }

    static void renew() throws IOException {
        Files.writeString(file(), renewed(read()));
    }

    private static Path file() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("docs/event-model.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private void kind(Kind kind) {
        var shape = kind.translator().shape();
        line("### " + kind.name());
        line("");
        line(howKnown(kind));
        line("");
        line("Becomes " + code(events(shape)) + ".");
        line("");
        line("| field | read into |");
        line("| --- | --- |");
        reads(shape, "").forEach((field, into) -> line("| " + field + " | " + into + " |"));
        line("");
        left(shape);
    }

    private static String howKnown(Kind kind) {
        var topics = kind.topics().isEmpty() ? "" : "Topics " + code(kind.topics()) + ".";
        var wrappers = kind.wrappers().isEmpty() ? "" : " In the REST API within " + code(kind.wrappers()) + ".";
        return (topics + wrappers).strip();
    }

    private void left(Shape shape) {
        var byReason = new LinkedHashMap<String, List<String>>();
        left(shape, "", byReason);
        if (!byReason.isEmpty()) {
            line("Left:");
            line("");
            reasons(byReason);
        }
    }

    private void reasons(Map<String, List<String>> byReason) {
        byReason.forEach((why, fields) -> line("- " + code(fields) + ": " + why));
        line("");
    }

    private Map<String, String> reads(Shape shape, String prefix) {
        var rows = new LinkedHashMap<String, String>();
        shape.fields().forEach((name, field) -> {
            if (field instanceof Shape.Read read && !isMoney(shape, name)) {
                rows.put("`" + prefix + name + "`", read.into());
            } else if (field instanceof Shape.Part part) {
                rows.putAll(part(part, prefix, name));
            }
        });
        return rows;
    }

    private Map<String, String> part(Shape.Part part, String prefix, String name) {
        if (part.shape().name().equals(MONEY_SET)) {
            return Map.of(money(prefix, name), intoOf(part.shape()));
        }
        var path = prefix + name + (part.many() ? "[]" : "");
        var kind = kinds.get(part.shape());
        return kind == null
                ? reads(part.shape(), path + ".")
                : Map.of(
                        "`" + path + "`",
                        "as in [" + kind.name() + "](#" + kind.name().replace(' ', '-') + ")");
    }

    private static boolean isMoney(Shape shape, String name) {
        return shape.fields().get(name + "_set") instanceof Shape.Part part
                && part.shape().name().equals(MONEY_SET);
    }

    private static String money(String prefix, String set) {
        return "`%s%s.shop_money`, else `%s%s`".formatted(prefix, set, prefix, set.replaceFirst("_set$", ""));
    }

    private static String intoOf(Shape moneySet) {
        return moneySet.within("shop_money").fields().get("amount") instanceof Shape.Read read ? read.into() : "";
    }

    private void left(Shape shape, String prefix, Map<String, List<String>> byReason) {
        shape.fields().forEach((name, field) -> {
            if (field instanceof Shape.Left left) {
                byReason.computeIfAbsent(left.why(), why -> new ArrayList<>()).add(prefix + name);
            } else if (field instanceof Shape.Part part && !kinds.containsKey(part.shape())) {
                left(part.shape(), prefix + name + (part.many() ? "[]." : "."), byReason);
            }
        });
        shape.restLeft().ifPresent(why -> byReason.computeIfAbsent(why, it -> new ArrayList<>())
                .add(prefix + "*"));
    }

    private void leftEverywhere() {
        line("### Left wherever they stand");
        line("");
        var byReason = new LinkedHashMap<String, List<String>>();
        left(Shape.LEFT_EVERYWHERE, "", byReason);
        reasons(byReason);
    }

    private void leftKinds() {
        line("### Bodies left whole");
        line("");
        line("| body | topics | in the REST API | why |");
        line("| --- | --- | --- | --- |");
        Kinds.all().stream()
                .filter(Kind::isLeft)
                .forEach(kind -> line("| %s | %s | %s | %s |"
                        .formatted(
                                kind.name(),
                                code(kind.topics()),
                                code(kind.wrappers()),
                                ((LeftBody) kind.translator()).why())));
    }

    /** Names of events within the declarations. */
    private static List<String> events(Shape shape) {
        var intos = new LinkedHashSet<String>();
        intos(shape, intos);
        var all = String.join(" ", intos);
        return eventNames(TwinEvent.class).stream()
                .filter(name ->
                        Pattern.compile("\\b" + name + "\\b").matcher(all).find())
                .toList();
    }

    private static void intos(Shape shape, Set<String> intos) {
        shape.fields().values().forEach(field -> {
            if (field instanceof Shape.Read read) {
                intos.add(read.into());
            } else if (field instanceof Shape.Part part) {
                intos(part.shape(), intos);
            }
        });
    }

    private static Set<String> eventNames(Class<?> family) {
        var names = new TreeSet<String>();
        for (var event : family.getPermittedSubclasses()) {
            names.addAll(event.isRecord() ? Set.of(event.getSimpleName()) : eventNames(event));
        }
        return names;
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(joining(", "));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
