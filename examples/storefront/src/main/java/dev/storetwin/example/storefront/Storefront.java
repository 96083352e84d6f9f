package dev.storetwin.example.storefront;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.storetwin.Twin;
import dev.storetwin.testing.FakeShop;
import dev.storetwin.testing.SyntheticShop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The shop's web server, for this machine alone. Browsers get pages, curl gets plain text. */
final class Storefront implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Storefront.class.getName());
    private static final int THREADS = 4;

    private final Twin twin;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Function<Request, Answer>> routes = new TreeMap<>();

    private Storefront(Twin twin, HttpServer server) {
        this.twin = twin;
        this.server = server;
        var count = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(THREADS, it -> new Thread(it, "storefront-" + count.incrementAndGet()));
    }

    /**
     * A shop that is open.
     *
     * @param port  0 for any that is free
     * @param data  where its twin lives
     * @param rules the folder with the merchant's rules
     */
    static Storefront open(int port, SyntheticShop history, Path data, Path rules) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            var platform = history.reopened();
            var shop = new Storefront(ShopTwin.open(history, platform, data, rules), server);
            shop.serve(platform, history, rules);
            return shop;
        } catch (RuntimeException | Error unusable) {
            server.stop(0);
            throw unusable;
        }
    }

    private void serve(FakeShop platform, SyntheticShop history, Path rules) {
        new Counter(twin, platform, history).serve(routes);
        new Office(twin, platform).serve(routes);
        new RuleDesk(twin.rules(), rules).serve(routes);
        new AuditDesk(twin.audit()).serve(routes);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI home() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = isFromHere(exchange)
                    ? answered(exchange)
                    : Answer.text(403, "Not from here", "Only this machine's own pages may ask.");
            boolean isHtml = answer.isHtml() || Request.isPage(exchange);
            var bytes = (isHtml ? Page.of(answer) : answer.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", (isHtml ? "text/html" : "text/plain") + "; charset=utf-8");
            exchange.getResponseHeaders()
                    .set(
                            "Content-Security-Policy",
                            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answered(HttpExchange exchange) throws IOException {
        try {
            var request = Request.of(exchange);
            return Optional.ofNullable(routes.get(request.route()))
                    .map(it -> it.apply(request))
                    .orElseGet(() -> Answer.text(404, "Not here", "There is: " + String.join(", ", routes.keySet())));
        } catch (IllegalArgumentException mistake) {
            return Answer.text(400, "Not understood", String.valueOf(mistake.getMessage()));
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, exchange.getRequestURI().getPath() + " failed", broken);
            return Answer.text(500, "Something went wrong", "The log of the shop says what.");
        }
    }

    /** A page of somebody else, open in the same browser, must not order, or stop the twin. */
    private boolean isFromHere(HttpExchange exchange) {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        var origin = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Origin"));
        return host.matches("(localhost|127\\.0\\.0\\.1)(:\\d+)?")
                && origin.map(("http://" + host)::equals).orElse(true);
    }

    /** Lets nobody in any more, then closes the twin. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        twin.close();
    }
}
