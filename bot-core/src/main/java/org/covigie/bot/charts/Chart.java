package org.covigie.bot.charts;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws horizontal bars as a picture that can be read on a phone: 800 pixels wide, dark on white, the values as text. */
public final class Chart {
    private static final Logger log = LoggerFactory.getLogger(Chart.class);
    private static final int WIDTH = 800;
    private static final int MARGIN = 36;
    private static final int VALUE = 190;
    private static final int BAR = 34;
    private static final int MOST_LINES = 3;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 32);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 28);
    private static final Font NUMBER = new Font(Font.SANS_SERIF, Font.BOLD, 28);
    private static final Color INK = new Color(0x1A1A1A);
    private static final Color FILLED = new Color(0x00508C);
    private static final Color TRACK = new Color(0xE3E8EE);

    private Chart() {}

    /**
     * One bar.
     *
     * @param percent its length, of 100
     * @param value   what stands beside it
     */
    public record Bar(String label, int percent, String value) {}

    /** A PNG; empty on a server that cannot draw text. */
    public static Optional<byte[]> draw(String title, List<Bar> bars, String footer) {
        try {
            if (GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length == 0) {
                return Optional.empty();
            }
            return Optional.of(png(picture(title, bars, footer)));
        } catch (IOException | RuntimeException | LinkageError | InternalError e) {
            // a server without fonts says so in several ways; the words of the result do without a picture
            log.warn("no chart can be drawn on this server: {}", e.getClass().getName());
            return Optional.empty();
        }
    }

    private static BufferedImage picture(String title, List<Bar> bars, String footer) {
        Graphics2D measure = graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        List<String> lines = wrapped(shown(TITLE, title), measure.getFontMetrics(TITLE));
        int line = measure.getFontMetrics(TITLE).getHeight();
        int label = measure.getFontMetrics(LABEL).getHeight();
        int height = MARGIN + lines.size() * line + 16 + bars.size() * (label + BAR + 26) + label + MARGIN;
        measure.dispose();

        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = graphics(image);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, height);
        int y = MARGIN;
        for (String words : lines) {
            text(g, TITLE, words, MARGIN, y);
            y += line;
        }
        y += 16;
        int longest = WIDTH - 2 * MARGIN - VALUE;
        for (Bar bar : bars) {
            text(g, LABEL, cut(shown(LABEL, bar.label()), g.getFontMetrics(LABEL), WIDTH - 2 * MARGIN), MARGIN, y);
            y += label + 4;
            g.setColor(TRACK);
            g.fillRect(MARGIN, y, longest, BAR);
            g.setColor(FILLED);
            g.fillRect(MARGIN, y, longest * Math.clamp(bar.percent(), 0, 100) / 100, BAR);
            text(g, NUMBER, bar.value(), MARGIN + longest + 14, y);
            y += BAR + 22;
        }
        text(g, LABEL, footer, MARGIN, y);
        g.dispose();
        return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return g;
    }

    private static void text(Graphics2D g, Font font, String words, int x, int top) {
        g.setFont(font);
        g.setColor(INK);
        g.drawString(words, x, top + g.getFontMetrics().getAscent());
    }

    /** What the font has no picture for, an emoji perhaps, is left out. */
    private static String shown(Font font, String text) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(font::canDisplay).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    private static List<String> wrapped(String text, FontMetrics metrics) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && metrics.stringWidth(longer) > WIDTH - 2 * MARGIN && lines.size() < MOST_LINES - 1) {
                lines.add(line.toString());
                line.setLength(0);
                longer = word;
            }
            line.setLength(0);
            line.append(longer);
        }
        lines.add(line.toString());
        return lines.stream().map(words -> cut(words, metrics, WIDTH - 2 * MARGIN)).toList();
    }

    private static String cut(String text, FontMetrics metrics, int width) {
        String cut = text;
        while (metrics.stringWidth(cut) > width) {
            int letters = cut.codePointCount(0, cut.length());
            cut = cut.substring(0, cut.offsetByCodePoints(0, letters - (cut.endsWith("…") ? 2 : 1))).stripTrailing()
                    + "…";
        }
        return cut;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: what people wrote lies in no file on the way
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        }
        return bytes.toByteArray();
    }
}
