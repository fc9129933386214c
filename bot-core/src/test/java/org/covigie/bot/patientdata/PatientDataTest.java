package org.covigie.bot.patientdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientDataTest {

    private static final String[] PIECES = {"Mme ", "M. ", "Dr ", "patiente ", "Odile ", "Brenac", " née le ",
            "04/07/1951",
            "0639980102", " NIR ", "1 85 05 99 990 084 74", "IPP ", "80001234", "odile@courriel.test",
            "14 rue du Puits",
            " chez ", "94 ans", ", ", ". ", "\n", " ", "\u00a0", "\u200b", "😀", "\ud83d", "\ude00", "[NOM]", "[N",
            "[ADRESSE]", "É", "e\u0301", "œ", "\u0000", "-", "'", "’", "«", "hospitalisée ", "le 4 mars ", "a", "X",
            "D.",
            "\t", ";", ":", "ﬁ", "Nom", "٣", "@", "pansement ", "\r\n", "•"};

    private static final int GROWTH = 8;

    @Test
    void aCommandNamesNobody() {
        assertThat(Found.PATIENT_DATA.check("Message pour /Solution@covigie_bot").decision()).isEqualTo(Decision.CLEAR);
        assertThat(Found.PATIENT_DATA.check("pour /Probleme et /Signal").decision()).isEqualTo(Decision.CLEAR);
    }

    @Test
    void leavesAnOrdinaryMessageAsItIs() {
        String text = "Rupture de Ventoline : que donnez-vous à un enfant de 4 ans ?";

        assertThat(Found.PATIENT_DATA.check(text)).isEqualTo(new Check(Decision.CLEAR, List.of(), text));
    }

    @Test
    void aLinkNamesNobody() {
        assertThat(Found.decision("La fiche : https://www.twilio.com/docs/Brenac-Odile/chute"))
                .isEqualTo(Decision.CLEAR);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mme Brenac, née le 04/07/1951, 06 39 98 01 02 | Mme [NOM], née le [DATE DE NAISSANCE], [TÉL]
            sécu 1 85 05 99 990 084 74, IPP 80001234      | sécu [N° SÉCU], IPP [N° DOSSIER]
            la patiente, odile@courriel.test              | la patiente, [MAIL]
            elle habite 14 rue du Puits                   | elle habite [ADRESSE]
            Dame de 94 ans, dyspnée                       | Dame de [90 ANS ET +], dyspnée
            Mme D. refuse                                 | Mme [INITIALES] refuse
            Mme D. Mme L. refusent                        | Mme [INITIALES] Mme [INITIALES] refusent
            Mr L.V. hospitalisé depuis le 4 mars          | Mr [INITIALES] hospitalisé depuis le [DATE]
            repartie avec sa Clio AB-123-CD               | repartie avec sa Clio [DÉTAIL IDENTIFIANT]
            Mme Brenac Mme Ostal M. Rivel                 | Mme [NOM] Mme [NOM] M. [NOM]
            Mme Brenac sort, Brenac est prévenue          | Mme [NOM] sort, [NOM] est prévenue
            """)
    void masksEveryFindingAndKeepsTheCivility(String text, String masked) {
        assertThat(Found.PATIENT_DATA.check(text).masked()).isEqualTo(masked);
    }

    @Test
    void countsInCodeUnitsOfTheOriginal() {
        String text = "🚑👩‍⚕️ Hé\u0301las, Mme Bre\u0301nac : 06\u00a039\u200b 98\u202f01\u00a002, sa fille";
        Check check = Found.PATIENT_DATA.check(text);

        assertThat(check.findings()).extracting(finding -> text.substring(finding.start(), finding.end()))
                .containsExactly("Bre\u0301nac", "06\u00a039\u200b 98\u202f01\u00a002");
        assertThat(check.masked()).isEqualTo("🚑👩‍⚕️ Hé\u0301las, Mme [NOM] : [TÉL], sa fille");
    }

    @Test
    void hidesTheWholeAccentedLetterAtTheEndOfAName() {
        assertThat(Found.PATIENT_DATA.check("Mme Brenace\u0301 tousse").masked()).isEqualTo("Mme [NOM] tousse");
    }

    @Test
    void printsNoWordOfTheText() {
        assertThat(Found.PATIENT_DATA.check("Mme Brenac refuse").toString()).doesNotContain("Mme", "Brenac", "refuse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "0", "06 ", "M. ", "Aa ", "Mme Brenac ", "rue de la ", "né le ", "-", "\"", "a@",
            "a.",
            "12/12/51 ", "(", "[NOM", "[NOM]", "\ud83d", "e\u0301", "\u200b", "Odile et ", "14 rue ", "IPP 1", "l'",
            "\n",
            "- Odile : toux\n", "Nom;DDN\n", "94 ans ", "+33", "vit à ", "A.", "+33 6 39 98 01 02 ", "x: ", "d'",
            "maire de "})
    void staysFastOnLongRepetition(String piece) {
        String text = piece.repeat(100_000 / piece.length());

        Check check = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Found.PATIENT_DATA.check(text));

        assertSound(text, check);
        assertThat(Found.decision(check.masked())).isEqualTo(Decision.CLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ".", ",", ";", ":", "/", "-", "_", "*", "|", "(", ")", "[", "]", "\"", "«", "»", "'",
            "’", "\t", "\n", "\u00a0", "\u2014", "@", "#", "+", "=", "~", "•", "👍", "1", "1 ", "1.", "1/", "1-", "a.",
            "A.", "A-", "a b ", "a, ", "Odile ", "Odile, ", "maire de ", "le maire de Rance ", "14 rue du Puits, ",
            "odile et ",
            "né le 12/03/46 ", "Mme D. ", "le 4 mars ", "94 ans ", "Holter ", "chez ", "www.a Odile "})
    void workGrowsWithTheLengthAndNoFaster(String piece) {
        String text = piece.repeat(4_000 / piece.length());
        assertSound(text, Found.PATIENT_DATA.check(text));

        long shorter = leastTime(text);
        long longer = leastTime(text.repeat(GROWTH));

        // squares would make it 64 times; below a millisecond the clock says little
        assertThat(longer).isLessThan(Math.max(1_000_000, shorter) * GROWTH * 3);
    }

    private static final String SEPARATORS = " .-/,;:_*|'\"()[]{}<>+=~#@&%°\t\n\u00a0\u2013•·👍";
    private static final List<String> BETWEEN = List.of("0", "1", "06", "12", "123", "12345", "1978", "a", "A", "Aa",
            "Mme D.", "né", "Odile", "mars", "né le", "rue");

    /** A message of the longest that a channel carries; each look at it may be linear, the number of looks was not. */
    @Test
    void twiceTheSeparatorsAreTwiceTheWork() {
        for (String separator : SEPARATORS.codePoints().mapToObj(Character::toString).toList()) {
            for (String between : BETWEEN) {
                String piece = between + separator;
                long half = leastTime(piece.repeat(2_000 / piece.length()));
                long whole = leastTime(piece.repeat(4_000 / piece.length()));

                assertThat(whole).as(piece).isLessThan(Math.max(5_000_000, half) * 3);
            }
        }
    }

    /** Of the processor and not of the wall, and the least of a few, so that a busy machine does not matter. */
    private static long leastTime(String text) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = clock.getCurrentThreadCpuTime();
            Found.PATIENT_DATA.check(text);
            least = Math.min(least, clock.getCurrentThreadCpuTime() - start);
        }
        return least;
    }

    @Test
    void isSoundForAnyText() {
        var random = new Random(20260520);
        for (int round = 0; round < 3_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(random.nextInt(6) == 0
                        ? String.valueOf((char) random.nextInt(0x10000))
                        : PIECES[random.nextInt(PIECES.length)]);
            }
            Check check = Found.PATIENT_DATA.check(text.toString());
            assertSound(text.toString(), check);
            Check again = Found.PATIENT_DATA.check(check.masked());
            assertThat(again.decision()).as(check.masked()).isEqualTo(Decision.CLEAR);
            assertThat(again.masked()).isEqualTo(check.masked());
        }
    }

    private static void assertSound(String text, Check check) {
        var masked = new StringBuilder();
        int end = 0;
        for (Finding finding : check.findings()) {
            assertThat(finding.start()).isGreaterThanOrEqualTo(end).isLessThan(finding.end());
            assertThat(finding.end()).isLessThanOrEqualTo(text.length());
            assertThat(splitsAPair(text, finding.start()) || splitsAPair(text, finding.end())).isFalse();
            assertThat(finding.score()).isBetween(Decision.HINT_FROM, 1.0);
            masked.append(text, end, finding.start()).append(finding.type().mask());
            end = finding.end();
        }
        assertThat(check.masked()).isEqualTo(masked.append(text.substring(end)).toString());
        assertThat(check.decision() == Decision.CLEAR).isEqualTo(check.findings().isEmpty());
    }

    private static boolean splitsAPair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
