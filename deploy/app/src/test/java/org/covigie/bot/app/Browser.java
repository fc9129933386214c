package org.covigie.bot.app;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;

/** The Chromium that this machine has, if any. It notes what a page complains of and whom it talks to. */
final class Browser implements AutoCloseable {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    final List<String> complaints = new CopyOnWriteArrayList<>();
    final List<String> otherHosts = new CopyOnWriteArrayList<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(String executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Installation.PATIENCE.toMillis());
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(Path.of(executable))
                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    }

    /** Skips the test, visibly, where there is no browser. */
    static Browser open() {
        Optional<String> executable = PLACES.stream().filter(place -> Files.isExecutable(Path.of(place))).findFirst();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium is installed");
        return new Browser(executable.orElseThrow());
    }

    Page page(int width, int height) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height).setLocale("fr-FR").setTimezoneId("Europe/Paris"));
        Page page = context.newPage();
        page.setDefaultTimeout(Installation.PATIENCE.toMillis());
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            if (!"127.0.0.1".equals(host)) {
                otherHosts.add(request.url());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return page;
    }

    static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name)));
    }

    /** How far the page reaches beyond the right edge of the window, in pixels. */
    static int overflow(Page page) {
        return ((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")).intValue();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
