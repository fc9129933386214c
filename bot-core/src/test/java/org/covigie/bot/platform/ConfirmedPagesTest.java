package org.covigie.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.covigie.bot.people.People;
import org.covigie.bot.people.Profession;
import org.covigie.bot.signals.SignalDocument;
import org.covigie.bot.testing.Actor;
import org.covigie.bot.testing.WebHouse;
import org.junit.jupiter.api.Test;

class ConfirmedPagesTest {
    @Test
    void whoHasMetTheSameIsCountedByProfessionAndNobodyBelowThree() {
        try (WebHouse web = WebHouse.open()) {
            SignalDocument other = web.published("/p", "Rupture d’amoxicilline");
            SignalDocument met = web.published("/f", "Toux longues chez les adolescents");
            for (int i = 0; i < 4; i++) {
                Actor nurse = web.house().person("Nurse" + i);
                nurse.writes("/start");
                nurse.presses(web.chat(), "/consentir");
                People people = web.house().get(People.class);
                people.works(people.find(nurse.address()).orElseThrow().id(), Profession.NURSE, i < 2 ? "35" : "29");
                nurse.writes("/moiaussi " + met.id());
            }
            String path = "/register/signals/" + met.id();
            assertThat(web.strangerGets(path).body())
                    .contains("Constaté aussi par 4 soignants, dont :",
                            "<li>infirmier(ère) : 4</li>")
                    .doesNotContain("Département 35", "Département 29", "Nurse");
            assertThat(web.strangerGets(path + "?lang=en").body()).contains("Also met by 4 clinicians");
            assertThat(web.strangerGets("/register/signals.json?q=toux").body()).contains(
                    "\"corroborations\":{\"total\":4,\"byProfession\":[{\"key\":\"NURSE\",\"people\":4}],\"byDepartment\":[]}");
            assertThat(web.strangerGets("/register/signals.csv?q=toux").body()).contains("url,corroborations")
                    .contains(",4\r\n");
            assertThat(web.strangerGets("/register/signals/" + other.id()).body()).doesNotContain("Constaté");
        }
    }
}
