package dev.storetwin.core.guardrail.sheet;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the value of a cell is written in a rule: what stands for it in the header says as what. */
enum CellText {
    TEXT("a text") {
        @Override
        Optional<String> write(String cell) {
            return Optional.of(quote(cell));
        }
    },
    NUMBER("a number such as 12.5 or 10 %") {
        @Override
        Optional<String> write(String cell) {
            return LimitValue.number(cell).map(it -> it.toPlainString());
        }
    },
    MONEY("an amount such as 49.90 EUR") {
        @Override
        Optional<String> write(String cell) {
            return LimitValue.money(cell)
                    .map(it -> "Money.of(\"%s\", \"%s\")".formatted(it.amount().toPlainString(), it.currency()));
        }
    },
    TIME("a time such as 16:30") {
        @Override
        Optional<String> write(String cell) {
            return LimitValue.time(cell).map(CellText::write);
        }
    },
    LIST("texts with ; between them, such as web; app") {
        @Override
        Optional<String> write(String cell) {
            return Optional.of(Arrays.stream(cell.split(";", -1))
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .map(CellText::quote)
                            .collect(Collectors.joining(", ")))
                    .filter(it -> !it.isEmpty());
        }
    };

    private final String expected;

    CellText(String expected) {
        this.expected = expected;
    }

    /** The cell as a value of the rule; nothing when it is of another kind. */
    abstract Optional<String> write(String cell);

    String expected() {
        return expected;
    }

    /** The cell as part of a text that the header has in quotes. */
    static String within(String cell) {
        return cell.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", " ");
    }

    private static String quote(String cell) {
        return '"' + within(cell) + '"';
    }

    private static String write(LocalTime time) {
        return "LocalTime.of(%d, %d)".formatted(time.getHour(), time.getMinute());
    }
}
