// What browsers send from forms: names and values in an address, files in parts.
#include "platform/http/disposition.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/urlencoded.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <unistd.h>

using namespace http;
using namespace std::string_literals;

TEST(UrlencodedForms, come_back_as_they_were_typed) {
    auto form = parse_urlencoded("jmeno=Eva+Nov%C3%A1kov%C3%a1&a%26b=1%2B1%3D2&prazdne=&bez&&jmeno=druhe");
    ASSERT_TRUE(form);
    EXPECT_EQ(*form.find("jmeno"), "Eva Nováková");
    EXPECT_EQ(*form.find("a&b"), "1+1=2");
    EXPECT_EQ(*form.find("prazdne"), "");
    EXPECT_EQ(*form.find("bez"), "");
    EXPECT_EQ(form.fields.size(), 5u);
    EXPECT_EQ(form.find("nic"), nullptr);
    EXPECT_TRUE(parse_urlencoded("").fields.empty());
}

TEST(UrlencodedForms, what_cannot_be_read_says_why) {
    using enum UrlencodedProblem;
    for (auto& [text, problem] : std::vector<std::pair<std::string, UrlencodedProblem>>{{"a=%", bad_escape},
                                                                                        {"a=%4", bad_escape},
                                                                                        {"a=%zz", bad_escape},
                                                                                        {"%g1=b", bad_escape},
                                                                                        {"a=%C3", not_utf8},
                                                                                        {"a=%C0%80", not_utf8},
                                                                                        {"a=%ED%A0%80", not_utf8},
                                                                                        {"a=%F4%90%80%80", not_utf8},
                                                                                        {"a=\xff", not_utf8},
                                                                                        {"a=%FE", not_utf8},
                                                                                        {"a=%E0%80%80", not_utf8},
                                                                                        {"a=%00", control_byte},
                                                                                        {"a=%1b", control_byte},
                                                                                        {"a=%0D%0A%09", none},
                                                                                        {"a=%F0%9F%8C%B3", none}})
        EXPECT_EQ(parse_urlencoded(text).problem, problem) << text;
    EXPECT_EQ(parse_urlencoded("a&b&c", 2).problem, too_many);
}

TEST(UrlencodedForms, encode_all_but_plain_letters) {
    EXPECT_EQ(percent_encode("dílna & spol/1~_.-"), "d%C3%ADlna%20%26%20spol%2F1~_.-");
}

TEST(Dispositions, names_are_read_as_browsers_write_them) {
    auto name_of = [](std::string_view value) {
        auto read = parse_disposition(value);
        if (!read) return "bad"s;
        return read->name + "|" + read->filename.value_or("(field)");
    };
    for (auto& [value, expected] : std::vector<std::pair<std::string, std::string>>{
             {"form-data; name=\"wish\"", "wish|(field)"},
             {"FORM-DATA;name=wish", "wish|(field)"},
             {"form-data; name=\"f\"; filename=\"zápis 1.pdf\"", "f|zápis 1.pdf"},
             {"form-data; name=\"f\"; filename=\"\"", "f|"},
             {"form-data; name=\"f\"; filename=\"a%22b.txt\"", "f|a\"b.txt"},
             {"form-data; name=\"f\"; filename=\"a\\\"b.txt\"", "f|a\"b.txt"},
             {"form-data; name=\"f\"; filename=\"a;b=c.txt\"", "f|a;b=c.txt"},
             {"form-data; name=\"f\"; filename=\"C:\\fakepath\\a.txt\"", "f|a.txt"},
             {"form-data; name=\"f\"; filename=\"../../etc/passwd\"", "f|passwd"},
             {"form-data; name=\"f\"; filename=\"..\"", "f|"},
             {"form-data; name=\"f\"; filename*=UTF-8''z%C3%A1pis.pdf", "f|zápis.pdf"},
             {"form-data; name=\"f\"; filename=\"zapis.pdf\"; filename*=utf-8'cs'z%C3%A1pis.pdf", "f|zápis.pdf"},
             {"form-data; name=\"f\"; filename=\"zapis.pdf\"; filename*=latin2''z%E1pis.pdf", "f|zapis.pdf"},
             {"form-data; name=\"f\"; filename*=UTF-8''..%2F..%2Fpasswd", "f|passwd"},
             {"form-data; name=\"f\"; size=3", "f|(field)"},
             {"attachment; name=\"f\"", "bad"},
             {"form-data", "bad"},
             {"form-data; filename=\"a\"", "bad"},
             {"form-data; name=\"f", "bad"},
             {"form-data; name=\"f\"x", "bad"},
             {"form-data; name", "bad"},
             {"form-data; name=\"f\"; name=\"g\"", "bad"}})
        EXPECT_EQ(name_of(value), expected) << value;
}

TEST(MultipartForms, boundaries_follow_the_rules) {
    EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""), "a b");
    for (auto bad : {"multipart/form-data", "multipart/mixed; boundary=a", "multipart/form-data; boundary=",
                     "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=a<b", "text/plain"})
        EXPECT_FALSE(multipart_boundary(bad)) << bad;
    EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'a')));
}

namespace {

class MultipartBodies : public testing::Test {
protected:
    MultipartBodies() : folder{std::filesystem::temp_directory_path() / ("multipart-" + std::to_string(::getpid()))} {
        std::filesystem::create_directories(folder);
    }
    ~MultipartBodies() override { std::filesystem::remove_all(folder); }

    static std::string part(const std::string& disposition, const std::string& content, const std::string& more = "") {
        return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n" + more + "\r\n" + content + "\r\n";
    }
    MultipartProblem problem(const std::string& body, MultipartLimits limits = {}) {
        Multipart form{"XX", folder, limits};
        form.feed(body) && form.finish();
        return form.problem();
    }
    static std::string bytes_of(const MultipartPart& part) {
        std::ifstream file{*part.file};
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    std::filesystem::path folder;
};

}

TEST_F(MultipartBodies, read_the_same_in_pieces_of_any_size) {
    auto tricky = "\r\n--X\r\n--XY\r\n\r"s + std::string(3, '\0') + "--XX";
    auto body = "preamble\r\n" + part("name=\"wish\"", "pracovat v dílně\r\ndvě řádky") + part("name=\"empty\"", "") +
                part("name=\"file\"; filename=\"a.bin\"", tricky, "Content-Type: application/x-test\r\n") +
                part("name=\"none\"; filename=\"\"", "") + "--XX--\r\nepilogue";
    for (std::size_t size : {1u, 2u, 3u, 7u, 64u, 100'000u}) {
        Multipart form{"XX", folder};
        for (std::size_t i = 0; i < body.size(); i += size)
            ASSERT_TRUE(form.feed(std::string_view{body}.substr(i, size)));
        ASSERT_TRUE(form.finish()) << size;
        ASSERT_EQ(form.parts().size(), 4u);
        EXPECT_EQ(form.find("wish")->value, "pracovat v dílně\r\ndvě řádky");
        EXPECT_EQ(form.find("empty")->value, "");
        EXPECT_EQ(bytes_of(*form.find("file")), tricky) << size;
        EXPECT_EQ(form.find("file")->size, tricky.size());
        EXPECT_EQ(form.find("file")->content_type, "application/x-test");
        EXPECT_EQ(form.find("none")->file, nullptr);
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder));    // each file went with its form
}

TEST_F(MultipartBodies, what_is_broken_or_too_much_says_so) {
    using enum MultipartProblem;
    auto field = part("name=\"a\"", "b"), end = "--XX--"s;
    EXPECT_EQ(problem(field + end), none);
    EXPECT_EQ(problem(end), none);
    EXPECT_EQ(problem(""), incomplete);
    EXPECT_EQ(problem(field), incomplete);
    EXPECT_EQ(problem("no boundary at all"), incomplete);
    EXPECT_EQ(problem("--XX\r\n\r\nb\r\n" + end), malformed);
    EXPECT_EQ(problem("--XXjunk\r\n" + field + end), malformed);
    EXPECT_EQ(problem("--XX\r\nContent-Type: text/plain\r\n\r\nb\r\n" + end), malformed);
    EXPECT_EQ(problem("--XX\r\nnonsense\r\n\r\nb\r\n" + end), malformed);
    EXPECT_EQ(problem(part("name=\"a\"", "b", "Content-Disposition: form-data; name=\"c\"\r\n") + end), malformed);
    EXPECT_EQ(problem(part("name=\"a\xff\"", "b") + end), not_utf8);
    EXPECT_EQ(problem(part("name=\"a\"", "\xff") + end), not_utf8);
    EXPECT_EQ(problem(field + field + end, {.parts = 1}), too_many_parts);
    EXPECT_EQ(problem(part("name=\"a\"", "b", "X: " + std::string(9000, 'x') + "\r\n") + end), header_too_long);
    EXPECT_EQ(problem("--XX\r\n" + std::string(9000, 'x')), header_too_long);
    EXPECT_EQ(problem(part("name=\"a\"", "12345") + end, {.field_bytes = 4}), field_too_long);
    EXPECT_EQ(problem(part("name=\"a\"; filename=\"b\"", "12345") + end, {.file_bytes = 4}), file_too_long);
    EXPECT_EQ(problem(part("name=\"a\"; filename=\"b\"", "12345") + end, {.file_bytes = 5}), none);
    EXPECT_EQ((Multipart{"XX", folder / "not there"}.feed(part("name=\"a\"; filename=\"b\"", "1") + end)), false);
    EXPECT_EQ(Multipart("", folder).problem(), no_boundary);
    EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST_F(MultipartBodies, may_lie_in_a_file) {
    std::ofstream{folder / "body"} << part("name=\"a\"; filename=\"b\"", std::string(300'000, 'x')) << "--XX--\r\n";
    Multipart form{"XX", folder};
    ASSERT_TRUE(feed_file(form, folder / "body"));
    EXPECT_EQ(bytes_of(*form.find("a")).size(), 300'000u);
}
