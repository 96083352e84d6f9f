package dev.storetwin.example.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.testing.SyntheticShop;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorefrontTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private Storefront shop;

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        shop = Storefront.open(0, SyntheticShop.small(1), data, Path.of("rules"));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @Test
    void a_browser_gets_a_page_with_every_product_and_its_price() throws Exception {
        var page = send(get("").header("Accept", "text/html"));

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("Amber mug <small>KIT-001</small>", "41.99 EUR", "Ask the twin");
    }

    @Test
    void what_somebody_types_comes_back_escaped() throws Exception {
        var page = send(get("price?sku=%3Cscript%3E").header("Accept", "text/html"));

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void what_is_missing_or_unknown_is_said_in_words() throws Exception {
        assertThat(send(get("recommendation?sku=KIT-001")).body())
                .startsWith("GET /recommendation needs the field 'channel'.");
        assertThat(send(post("apply", "decision=d-0123456789abcdef")).body())
                .startsWith("Nobody was told of d-0123456789abcdef lately.");
        assertThat(send(get("nowhere")).statusCode()).isEqualTo(404);
    }

    @Test
    void what_cannot_be_read_or_not_all_of_it_is_said_in_words() throws Exception {
        var broken = send(post("stop", "reason=100%zz"));
        var huge = send(post("stop", "reason=" + "x".repeat(20_000)));

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("zz");
        assertThat(huge.statusCode()).isEqualTo(400);
        assertThat(huge.body()).startsWith("A form has at most 10000 bytes.");
    }

    @Test
    void nobody_buys_nothing_or_more_than_there_can_be() throws Exception {
        for (var units : List.of("0", "-5", "1e3", "9223372036854775807")) {
            var answer = send(post("orders", "sku=KIT-001&units=" + units));

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("'%s' is no number of units".formatted(units));
        }
    }

    @Test
    void a_page_of_somebody_else_cannot_stop_the_twin() throws Exception {
        assertThat(send(post("stop", "").header("Origin", "http://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(shop.home().resolve(path));
    }

    private HttpRequest.Builder post(String path, String form) {
        return get(path).POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
