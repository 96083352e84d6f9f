package dev.storetwin.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;

/**
 * Reads ISO dates and times as milliseconds since 1970. What has no offset is local time of the shop's zone; a date alone is its first moment.
 *
 * <p>Neighbouring lines mostly carry the same time, so the last answer is kept.
 */
final class IsoMoment {

    private static final int DATE = 10;

    private final ZoneId zone;
    private String lastText = "";
    private OptionalLong lastAnswer = OptionalLong.empty();

    IsoMoment(ZoneId zone) {
        this.zone = zone;
    }

    /** Empty when it is no ISO date or time. */
    OptionalLong millis(String text) {
        if (!text.equals(lastText)) {
            lastText = text;
            lastAnswer = parse(text);
        }
        return lastAnswer;
    }

    private OptionalLong parse(String text) {
        try {
            return OptionalLong.of(parsed(text));
        } catch (DateTimeException | ArithmeticException notATime) {
            return OptionalLong.empty();
        }
    }

    private long parsed(String text) {
        if (text.length() <= DATE) {
            return LocalDate.parse(text).atStartOfDay(zone).toInstant().toEpochMilli();
        }
        var iso = text.charAt(DATE) == ' ' ? text.substring(0, DATE) + 'T' + text.substring(DATE + 1) : text;
        return hasOffset(iso)
                ? OffsetDateTime.parse(iso).toInstant().toEpochMilli()
                : LocalDateTime.parse(iso).atZone(zone).toInstant().toEpochMilli();
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', DATE) > 0 || iso.indexOf('-', DATE) > 0;
    }
}
