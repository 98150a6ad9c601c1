// Letters as they travel, and what hostile subjects, names and files cannot do to them.
#include "platform/mail/mail_message.hpp"

#include <gmock/gmock.h>

using testing::HasSubstr;
using testing::Not;

namespace {

const mail::Envelope envelope{"019abcde-0000-7000-8000-000000000001",
                              *parse_instant("2026-07-01T08:05:09Z"),
                              {"opora@kraj.example", "Opora Libereckého kraje"}};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0, end; at < text.size(); at = end + 2) {
        end = std::min(text.find("\r\n", at), text.size());
        lines.push_back(text.substr(at, end - at));
    }
    return lines;
}

}

TEST(MailMessage, is_what_mail_programs_expect) {
    EXPECT_EQ(mail::message(envelope, {"jana@obec.example", "Jana Nová", "Pozvánka do Opory",
                                       "Dobrý den,\n\n.začněte tady:\nhttps://opora.kraj.example/p/abc", "invitation"}),
              "Date: Wed, 1 Jul 2026 08:05:09 +0000\r\n"
              "From: =?UTF-8?B?T3BvcmEgTGliZXJlY2vDqWhvIGtyYWpl?= <opora@kraj.example>\r\n"
              "To: =?UTF-8?B?SmFuYSBOb3bDoQ==?= <jana@obec.example>\r\n"
              "Subject: =?UTF-8?B?UG96dsOhbmthIGRvIE9wb3J5?=\r\n"
              "Message-ID: <019abcde-0000-7000-8000-000000000001@kraj.example>\r\n"
              "Auto-Submitted: auto-generated\r\n"
              "MIME-Version: 1.0\r\n"
              "Content-Type: text/plain; charset=UTF-8\r\n"
              "Content-Transfer-Encoding: quoted-printable\r\n"
              "\r\n"
              "Dobr=C3=BD den,\r\n"
              "\r\n"
              ".za=C4=8Dn=C4=9Bte tady:\r\n"
              "https://opora.kraj.example/p/abc\r\n");
}

TEST(MailMessage, carries_attachments_with_czech_names) {
    auto text =
        mail::message(envelope, {"jana@obec.example",
                                 "",
                                 "Setkání",
                                 "Zveme vás.",
                                 "meeting",
                                 {{"pozvánka na setkání.ics", "text/calendar; method=REQUEST", "BEGIN:VCALENDAR\r\n"},
                                  {"plan.pdf", "application/pdf", std::string(200, '\xff')}}});
    EXPECT_THAT(
        text, HasSubstr("Content-Type: multipart/mixed;\r\n boundary=\"=_019abcde-0000-7000-8000-000000000001\"\r\n"));
    EXPECT_THAT(text, HasSubstr("Content-Type: text/calendar; method=REQUEST; charset=UTF-8\r\n"
                                "Content-Disposition: attachment;\r\n"
                                " filename*0*=UTF-8''pozv%C3%A1nka%20na%20setk%C3%A1n%C3%AD.ics\r\n"
                                "Content-Transfer-Encoding: base64\r\n\r\nQkVHSU46VkNBTEVOREFSDQo=\r\n"));
    EXPECT_THAT(text, HasSubstr("Content-Disposition: attachment;\r\n filename=\"plan.pdf\"\r\n"));
    EXPECT_TRUE(text.ends_with("\r\n--=_019abcde-0000-7000-8000-000000000001--\r\n"));
    for (auto& line : lines_of(text)) EXPECT_LE(line.size(), 78u) << line;
}

TEST(MailMessage, takes_no_header_out_of_what_was_typed) {
    for (std::string hostile : {"Ahoj\r\nBcc: vsichni@obec.example", "Ahoj\nBcc: x@y.example\n\n<b>text</b>",
                                "Ahoj\rBcc: x@y.example", "Ahoj\x0b\x0c\x01 Bcc: x",
                                "Ahoj\xc2\x85"
                                "Bcc: x@y.example",
                                "Ahoj\xff\xfe\r\n.\r\nMAIL FROM:<x@y.example>"}) {
        auto text = mail::message(envelope,
                                  {"jana@obec.example", hostile, hostile, "Text.", hostile, {{hostile, hostile, "x"}}});
        int heads = 0;
        for (auto& line : lines_of(text)) {
            EXPECT_FALSE(line.starts_with("Bcc") || line.starts_with("MAIL") || line == ".") << line;
            EXPECT_LE(line.size(), 78u) << line;
            heads += line.starts_with("Subject:") + line.starts_with("To:");
        }
        EXPECT_EQ(heads, 2);
    }
}

TEST(MailMessage, says_a_long_subject_in_short_lines_without_cutting_a_letter) {
    std::string subject;
    for (int n = 0; n < 30; ++n) subject += "příliš žluťoučký kůň ";
    auto header = mail::text_header("Subject", subject);
    for (auto& line : lines_of(header)) {
        EXPECT_LE(line.size(), 76u);
        auto begin = line.find("=?UTF-8?B?"), end = line.find("?=", begin + 10);
        ASSERT_NE(begin, std::string::npos);
        EXPECT_EQ((end - begin - 10) % 4, 0u) << "each piece is whole base64";
    }
    EXPECT_EQ(mail::text_header("Subject", "Plain words"), "Subject: Plain words\r\n");
    EXPECT_EQ(mail::text_header("Subject", ""), "Subject: \r\n");
    EXPECT_THAT(mail::text_header("Subject", "=?UTF-8?B?xx?="), HasSubstr("=?UTF-8?B?PT9VVEYtOD9C"))
        << "what looks like an encoded word is text";
    for (auto& line : lines_of(mail::text_header("Subject", std::string(400, 'x')))) EXPECT_LE(line.size(), 76u);
}

TEST(MailMessage, quotes_names_and_puts_long_ones_on_a_line_of_their_own) {
    EXPECT_EQ(mail::mailbox_header("To", {"a@b.example", "Novak, \"Jan\" \\ x"}),
              "To: \"Novak, \\\"Jan\\\" \\\\ x\" <a@b.example>\r\n");
    EXPECT_EQ(mail::mailbox_header("To", {"a@b.example", ""}), "To: a@b.example\r\n");
    EXPECT_EQ(mail::mailbox_header("To", {"a@b.example", "x> <other@b.example"}),
              "To: \"x> <other@b.example\" <a@b.example>\r\n");
    for (auto& line : lines_of(
             mail::mailbox_header("To", {std::string(50, 'a') + "@dlouha-domena.obec.example", std::string(199, 'n')})))
        EXPECT_LE(line.size(), 100u) << line;
}

TEST(MailMessage, writes_quoted_printable_lines_of_at_most_76) {
    EXPECT_EQ(mail::quoted_printable("a = b \nc\t\n"), "a =3D b=20\r\nc=09\r\n");
    auto body = mail::quoted_printable(std::string(75, 'x') + "ěšč" + std::string(300, 'y'));
    for (auto& line : lines_of(body)) EXPECT_LE(line.size(), 76u);
    EXPECT_THAT(body, Not(HasSubstr("\n=\r\n")));
}

TEST(MailMessage, knows_addresses) {
    for (auto good : {"jana@obec.example", "jana.nova+opora@sub.obec.example", "o'hara@x.cz"})
        EXPECT_TRUE(mail::is_address(good)) << good;
    for (auto bad : {"", "jana", "@obec.example", "jana@", "jana@obec", "jana@obec.", "jana@.obec.example",
                     "ja na@obec.example", "jana@obec.example\r\nRCPT TO:<x@y.example>", "<jana@obec.example>",
                     "jana@@obec.example", "jana@ob_ec.example", "j..n@obec.example", ".j@obec.example",
                     "\"j\"@obec.example", "ján@obec.example", "jana@-x.example", "a@b.example,c@d.example"})
        EXPECT_FALSE(mail::is_address(bad)) << bad;
    EXPECT_FALSE(mail::is_address(std::string(65, 'a') + "@obec.example"));
    EXPECT_EQ(mail::mailbox_from("Opora kraje <opora@kraj.example>")->name, "Opora kraje");
    EXPECT_EQ(mail::mailbox_from("opora@kraj.example")->address, "opora@kraj.example");
    EXPECT_FALSE(mail::mailbox_from("Opora <opora@kraj.example> x"));
}

TEST(MailMessage, keeps_a_type_only_if_it_is_one) {
    EXPECT_EQ(mail::safe_type("text/calendar; method=REQUEST"), "text/calendar; method=REQUEST");
    for (auto bad :
         {"", "text", "text/", "text/html\r\nX: y", "text/plain; name=\"x\"", "text/plain;", "text/plain; a"})
        EXPECT_EQ(mail::safe_type(bad), "application/octet-stream") << bad;
}
