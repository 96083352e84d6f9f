package dev.storetwin.csv;

import dev.storetwin.identity.SubjectTokens;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * How a file of order lines is to be read.
 *
 * @param source         the system that the orders come from; the same orders under the same source are known again
 * @param columns        columns named by role; the rest are recognised by their headers
 * @param zone           of times without offset, and of the shop's days
 * @param currency       of unit prices
 * @param until          lines at or after this moment are not used
 * @param defaultChannel of lines without a channel
 * @param tokens         makes subjects of customer ids; a twin with a vault has better ones than {@link SubjectTokens#recognisable}
 */
public record TransactionSettings(
        Source source,
        Map<LineRole, String> columns,
        ZoneId zone,
        Currency currency,
        Optional<Instant> until,
        Channel defaultChannel,
        SubjectTokens tokens) {

    public TransactionSettings {
        columns = Map.copyOf(columns);
    }

    /** Headers as recognised, all lines, channel {@code default}, recognisable tokens. */
    public static TransactionSettings of(ZoneId zone, Currency currency) {
        return new TransactionSettings(
                Source.of("csv"),
                Map.of(),
                zone,
                currency,
                Optional.empty(),
                Channel.of("default"),
                SubjectTokens.recognisable());
    }

    public TransactionSettings withColumns(Map<LineRole, String> named) {
        return new TransactionSettings(source, named, zone, currency, until, defaultChannel, tokens);
    }

    public TransactionSettings before(Instant moment) {
        return new TransactionSettings(source, columns, zone, currency, Optional.of(moment), defaultChannel, tokens);
    }

    public TransactionSettings withTokens(SubjectTokens made) {
        return new TransactionSettings(source, columns, zone, currency, until, defaultChannel, made);
    }
}
