package dev.storetwin.cli;

import dev.storetwin.Twin;
import dev.storetwin.cli.plan.InputNotes;
import dev.storetwin.core.StoreTwin;
import dev.storetwin.core.pricing.PricingOptions;
import dev.storetwin.csv.DataNote;
import dev.storetwin.csv.LineRole;
import dev.storetwin.csv.NoteKind;
import dev.storetwin.csv.ProductFile;
import dev.storetwin.csv.StockFile;
import dev.storetwin.csv.TransactionSettings;
import dev.storetwin.csv.Transactions;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Decides about every SKU of a shop from its files. */
@Command(
        name = "plan",
        description = {
            "Decides about every SKU of a shop at one moment: its price in each channel, its order for each node.",
            "Writes decisions.csv, audit.jsonl and report.html, and prints the best decisions."
        })
@SuppressWarnings("NullAway.Init") // picocli fills in what is annotated
final class PlanCommand implements Callable<Integer> {

    private static final long SEED = 1;
    private static final int MOST_DAYS = 3650;
    private static final int FIRST_YEAR = 1981;
    private static final int LAST_YEAR = 2199;
    private static final Source FILES = Source.of("csv");

    @Option(
            names = "--transactions",
            required = true,
            paramLabel = "FILE",
            description = "Order lines; what each column holds is recognised by its name.")
    private Path transactions;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "ROLE=NAME",
            description = "What columns hold, where their names do not tell. Roles: order, line_type, sku, description,"
                    + " quantity, time, unit_price, customer, channel, country.")
    private Map<String, String> columns = Map.of();

    @Option(
            names = "--products",
            paramLabel = "FILE",
            description = "sku,name,category,currency,cost,price,pack,min_order,lead_time_days,supplier.")
    private Optional<Path> products;

    @Option(names = "--stock", paramLabel = "FILE", description = "sku,node,on_hand,on_order,expected_date.")
    private Optional<Path> stock;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The merchant's guardrails; without them all is advice.")
    private Optional<Path> rules;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "The shop's time zone, such as Europe/London; UTC unless given.")
    private String zone = "UTC";

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Of unit prices, such as GBP; that of the products unless given.")
    private Optional<String> currency;

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            description = "How many days prices are judged over; 28 unless given.")
    private int horizon = 28;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "The day of the decisions; only what happened before it is used.")
    private LocalDate asOf;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps the twin there for good, for explain and reproduce; forgotten unless given.")
    private Optional<Path> data;

    private final Console console;

    PlanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        SeriesOptions.atMost("--horizon", SeriesOptions.atLeastOne("--horizon", horizon), MOST_DAYS);
        var shop = zone();
        var moment = moment(shop);
        ResultFolder.check(out);
        data.ifPresent(PlanCommand::refuseFile);
        var goods = products.map(it -> ProductFile.read(it, currency.map(PlanCommand::currency)));
        var shelves = stock.map(StockFile::read);
        var money = money(goods);
        var history = history(shop, moment, money);
        var options = StoreTwin.builder()
                .zone(shop)
                .currency(money)
                .clock(Clock.fixed(moment, shop))
                .seed(SEED)
                .pricing(PricingOptions.DEFAULT.withHorizonDays(horizon));
        rules.ifPresent(it -> options.guardrails(MerchantRules.read(it)));
        try (var results = ResultFolder.in(out);
                var memory = RunMemory.of(results, data);
                var twin = memory.of(options).build()) {
            load(twin, events(history, goods, shelves, moment, shop));
            var run = PlanRun.of(console, twin, memory, moment, horizon, SEED);
            run.publish(results, history.notes().file(), InputNotes.of(history.notes(), shop), run.decide());
        }
        return ExitCode.DONE;
    }

    /** Of times beyond these the twin hears nothing. */
    private Instant moment(ZoneId shop) {
        if (asOf.getYear() < FIRST_YEAR || asOf.getYear() > LAST_YEAR) {
            throw BadInput.of(
                    "--as-of expects a day from the year %d to %d, not %s.".formatted(FIRST_YEAR, LAST_YEAR, asOf),
                    "the year is mistyped.");
        }
        return asOf.atStartOfDay(shop).toInstant();
    }

    private static void refuseFile(Path data) {
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw BadInput.of("--data %s is a file, expected a folder.".formatted(data), "another path was meant.");
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw BadInput.of("There is no time zone '%s'.".formatted(zone), "it is spelled as Europe/London.");
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw BadInput.of("There is no currency '%s'.".formatted(code), "it is spelled as GBP.");
        }
    }

    private Currency money(Optional<ProductFile> goods) {
        var named = currency.map(PlanCommand::currency).or(() -> goods.flatMap(ProductFile::currency));
        if (named.isEmpty()) {
            console.say("The currency is not known: amounts are in XXX. Maybe add --currency GBP.");
        }
        goods.flatMap(ProductFile::currency)
                .filter(it -> !named.equals(Optional.of(it)))
                .ifPresent(it -> {
                    throw BadInput.of(
                            "--currency is %s, but the products are in %s.".formatted(named.orElseThrow(), it),
                            "leave --currency out, or plan with products in the same currency.");
                });
        return named.orElseGet(() -> Currency.getInstance("XXX"));
    }

    private Transactions history(ZoneId shop, Instant moment, Currency money) {
        var settings = TransactionSettings.of(shop, money).withColumns(roles()).before(moment);
        try (var progress = new ProgressLine(console, "Reading lines")) {
            var history = Transactions.read(transactions, settings, progress::counted);
            console.say("Columns: " + history.notes().columns());
            history.notes().find(NoteKind.QUARANTINED).ifPresent(this::tellUnread);
            return history;
        }
    }

    private void tellUnread(DataNote unread) {
        console.say("%d lines cannot be read and are left out:".formatted(unread.count()));
        unread.examples().forEach(it -> console.say("  " + it));
    }

    private Map<LineRole, String> roles() {
        var roles = new EnumMap<LineRole, String>(LineRole.class);
        columns.forEach((role, name) -> roles.put(role(role), name));
        return roles;
    }

    private static LineRole role(String label) {
        try {
            return LineRole.of(label);
        } catch (IllegalArgumentException unknown) {
            throw new BadInput("--columns: " + unknown.getMessage());
        }
    }

    private static Stream<TwinEvent> events(
            Transactions history,
            Optional<ProductFile> goods,
            Optional<StockFile> shelves,
            Instant moment,
            ZoneId shop) {
        var channels = history.channels();
        var all = channels.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
        var elsewhere = all.isEmpty() ? List.of(Channel.of("default")) : all;
        return Stream.of(
                        history.events(),
                        goods.stream().flatMap(it -> it.events(FILES, moment, channels, elsewhere)),
                        shelves.stream().flatMap(it -> it.events(FILES, moment, shop)))
                .flatMap(it -> it);
    }

    private void load(Twin twin, Stream<TwinEvent> events) {
        var report = twin.load(events);
        report.quarantined()
                .forEach((defect, count) -> console.say("Left out %d events (%s), such as: %s"
                        .formatted(count, defect.label(), report.reasons().get(defect))));
    }
}
