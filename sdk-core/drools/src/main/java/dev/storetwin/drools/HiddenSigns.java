package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import java.util.List;

/**
 * Finds characters that people do not see, or that turn the order in which they read: code could hide behind them.
 *
 * <p>Within quotes and comments the two joiners are lawful, which some scripts and pictures need.
 */
final class HiddenSigns {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private HiddenSigns() {}

    /** Adds the first one to the findings. */
    static void find(DrlText text, List<Finding> findings) {
        for (int at = 0;
                at < text.text().length();
                at += Character.charCount(text.text().codePointAt(at))) {
            int sign = text.text().codePointAt(at);
            if (isHidden(sign) && !(isJoiner(sign) && text.code().charAt(at) == ' ')) {
                findings.add(text.finding(
                        at,
                        "Here stands a character that nobody sees (%s).".formatted(name(sign)),
                        "Maybe it came with a copied text: write the line anew."));
                return;
            }
        }
    }

    private static boolean isHidden(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL -> "\t\n\r\f".indexOf(sign) < 0;
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean isJoiner(int sign) {
        return sign == ZERO_WIDTH_NON_JOINER || sign == ZERO_WIDTH_JOINER;
    }

    private static String name(int sign) {
        var name = Character.getName(sign);
        return "U+%04X".formatted(sign) + (name == null ? "" : " " + name);
    }
}
