package dev.storetwin.testing;

import dev.storetwin.core.random.Draws;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.testing.Purchasing.Manners;
import dev.storetwin.type.Sku;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** A shop at work: shelves, prices, till, parcels, returns and purchases, all on one agenda. */
final class ShopFloor {

    /**
     * How the people around a shop behave.
     *
     * @param suppliers  how they keep their promises
     * @param cancelled  share of orders that shoppers cancel in time
     * @param returnRate share of the units of a SKU that come back
     */
    record World(Manners suppliers, double cancelled, ToDoubleFunction<Sku> returnRate) {

        /** Nothing goes wrong and nothing comes back. */
        static final World QUIET = new World(Manners.PUNCTUAL, 0, sku -> 0);
    }

    private final Agenda agenda;
    private final ShopLog log;
    private final Shelves shelves;
    private final PriceBoard board;
    private final Till till;
    private final Dispatch dispatch;
    private final Purchasing purchasing;
    private final Customers customers;

    ShopFloor(Instant opening, ZoneId zone, Currency currency, long seed, World world, Consumer<TwinEvent> reader) {
        var draws = Draws.of(seed);
        this.agenda = new Agenda(opening);
        this.log = new ShopLog(agenda, reader);
        this.shelves = new Shelves(log);
        this.board = new PriceBoard(log);
        this.till = new Till(log, shelves, board, currency);
        this.purchasing = new Purchasing(agenda, log, shelves, world.suppliers());
        this.customers = new Customers(agenda, log, id -> draws.keyed("customer", id, 0));
        var returns = new ReturnsDesk(agenda, log, shelves, world.returnRate(), id -> draws.keyed("return", id, 0));
        this.dispatch = new Dispatch(
                agenda, log, shelves, zone, world.cancelled(), id -> draws.keyed("order", id, 0), returns::arrived);
    }

    Agenda agenda() {
        return agenda;
    }

    ShopLog log() {
        return log;
    }

    Shelves shelves() {
        return shelves;
    }

    PriceBoard board() {
        return board;
    }

    Purchasing purchasing() {
        return purchasing;
    }

    Customers customers() {
        return customers;
    }

    Takings takings() {
        return till.takings();
    }

    /** Empty when nothing of the basket is there. */
    Optional<Sale> sell(Till.Basket basket) {
        var sale = till.ring(basket);
        sale.ifPresent(dispatch::accept);
        return sale;
    }
}
