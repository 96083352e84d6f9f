package dev.storetwin.example.storefront;

import dev.storetwin.testing.SyntheticShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens the shop: {@code Main [PORT] [RULES]}. Ends with the process. */
public final class Main {

    private static final int PORT = 8080;
    private static final Path RULES = Path.of("examples/storefront/rules");

    private Main() {}

    public static void main(String[] args) throws IOException {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : PORT;
        var rules = args.length > 1 ? Path.of(args[1]) : RULES;
        var data = Files.createTempDirectory("storefront");
        var storefront = Storefront.open(port, shop(), data, rules);
        Runtime.getRuntime().addShutdownHook(new Thread(storefront::close, "storefront-end"));
        System.out.printf(
                "The shop is open at %s%nIts twin lives in %s, its rules in %s%n", storefront.home(), data, rules);
    }

    /** A dozen things, sold for eight months. The same every time, so that the walk through the shop is too. */
    static SyntheticShop shop() {
        return SyntheticShop.builder()
                .seed(16)
                .skus(12)
                .channels(2)
                .nodes(2)
                .days(240)
                .ordersPerDay(25)
                .build();
    }
}
