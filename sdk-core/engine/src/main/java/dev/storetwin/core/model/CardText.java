package dev.storetwin.core.model;

import dev.storetwin.model.DataRange;
import dev.storetwin.model.ModelCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A model's card in lines of words parted by tabs; a tab, a line end or a backslash within a word is escaped. */
final class CardText {

    private CardText() {}

    static List<String> write(ModelCard card) {
        var lines = new ArrayList<String>();
        lines.add(line("model", card.name(), card.version()));
        card.settings().forEach((name, value) -> lines.add(line("setting", name, value)));
        card.data().ifPresent(it -> lines.add(line("data", it.first(), it.last(), Long.toString(it.observations()))));
        card.seed().ifPresent(it -> lines.add(line("seed", Long.toString(it))));
        return lines;
    }

    static ModelCard read(List<String> lines) {
        var card = ModelCard.of("unnamed", "0");
        for (var line : lines) {
            var words = line.split("\t", -1);
            card = switch (words[0]) {
                case "model" -> ModelCard.of(unescape(words[1]), unescape(words[2]));
                case "setting" -> {
                    var settings = new TreeMap<>(card.settings());
                    settings.put(unescape(words[1]), unescape(words[2]));
                    yield card.withSettings(settings);
                }
                case "data" ->
                    card.withData(new DataRange(unescape(words[1]), unescape(words[2]), Long.parseLong(words[3])));
                case "seed" -> card.withSeed(Long.parseLong(words[1]));
                default -> card;
            };
        }
        return card;
    }

    private static String line(String... words) {
        return String.join("\t", Arrays.stream(words).map(CardText::escape).toList());
    }

    private static String escape(String word) {
        return word.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescape(String word) {
        var plain = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if (letter != '\\' || i + 1 == word.length()) {
                plain.append(letter);
            } else {
                char code = word.charAt(++i);
                plain.append(
                        switch (code) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> code;
                        });
            }
        }
        return plain.toString();
    }
}
