// Questions read from addresses and asked of a small list of gardens, whose beds and money are known by heart.
#include "platform/reports/report_result.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace reports {

namespace {

constexpr Date garden_day{std::chrono::year{2026} / 11 / 24};

struct Garden {
    std::string name{};
    Codes kinds{};
    std::optional<Date> seen_on{};
    std::optional<Number> amount{};
    std::string unit{};
    Money cost{};
    bool open{};
};

Date garden_seen(int year, unsigned month, unsigned day) { return std::chrono::year{year} / int(month) / int(day); }

std::vector<Garden> gardens() {
    return {{"Zahrada", {"herbs"}, garden_seen(2024, 3, 1), Number::of(10), "beds", {100'00}, true},
            {"Chmelnice", {"hops", "herbs"}, garden_seen(2026, 11, 1), Number{2'500'000}, "beds", {50'50}, false},
            {"Čajovna", {}, {}, Number{250'000}, "pots", {}, true},
            {"Cibulárna", {"herbs"}, garden_seen(2026, 1, 5), {}, "", {1'00}, false}};
}

List garden_list() {
    auto column = [](const char* key, Kind kind, bool usual = false) { return reports::Column{key, key, kind, usual}; };
    auto kinds = column("kinds", Kind::code);
    kinds.codes = {{"herbs", "Bylinky"}, {"hops", "Chmel"}};
    auto amount = column("amount", Kind::number, true);
    amount.within = "unit";
    return list_of<Garden>({{column("name", Kind::text, true), [](auto& one) -> Value { return one.name; }},
                            {kinds, [](auto& one) -> Value { return one.kinds; }},
                            {column("seen", Kind::date), [](auto& one) { return value_of(one.seen_on); }},
                            {amount, [](auto& one) -> Value { return one.amount ? Value{*one.amount} : Value{}; }},
                            {column("unit", Kind::text), [](auto& one) { return text_value(one.unit); }},
                            {column("cost", Kind::money), [](auto& one) -> Value { return one.cost; }},
                            {column("open", Kind::yes_no), [](auto& one) -> Value { return one.open; }}},
                           [](const Wanted&, const std::function<bool(const Garden&)>& take) {
                               for (auto& one : gardens())
                                   if (!take(one)) return;
                           });
}

Question asked_of_gardens(const std::string& text) {
    auto question = Question::parse("seznam=zahrady&sloupec=name&" + text);
    auto list = garden_list();
    fit(question, list);
    return question;
}

std::vector<std::string> names_found(const std::string& text) {
    auto list = garden_list();
    auto result = evaluate(list, asked_of_gardens(text), garden_day);
    std::vector<std::string> names;
    for (auto& row : result.rows) names.push_back(std::get<std::string>(result.value(row, 0)));
    return names;
}

std::vector<std::string> groups_found(const std::string& text) {
    auto list = garden_list();
    auto result = evaluate(list, asked_of_gardens(text), garden_day);
    std::vector<std::string> lines;
    for (auto& group : result.groups) {
        lines.push_back(group.label + " " + std::to_string(group.count));
        for (auto& inner : group.inner) lines.push_back("  " + inner.label + " " + std::to_string(inner.count));
    }
    return lines;
}

}

// feature H1
TEST(ReportQuestion, comes_back_from_its_address_as_it_was) {
    auto text = "seznam=zahrady&sloupec=name&sloupec=cost&p1=kinds&p1.jak=jeden&p1.h=herbs&p1.h=hops&p2=seen"
                "&p2.jak=rozmezi&p2.od=1.%201.%202026&skupina=kinds&skupina2=open&razeni=pocet&smer=dolu&cisla=prumer"
                "&graf=cost&radky=ano";
    auto question = Question::parse(text);
    EXPECT_EQ(question.text(), text);
    auto list = garden_list();
    EXPECT_THAT(fit(question, list), IsEmpty());
    EXPECT_EQ(question.text(), text);
}

TEST(ReportQuestion, leaves_out_columns_that_are_no_more_and_names_them) {
    auto question = Question::parse("seznam=zahrady&sloupec=weeds&sloupec=name&p1=weeds&p1.jak=je&p1.h=a&skupina=moss");
    EXPECT_THAT(fit(question, garden_list()), ElementsAre("weeds", "moss"));
    EXPECT_EQ(question.text(), "seznam=zahrady&sloupec=name");
}

TEST(ReportQuestion, keeps_of_a_condition_only_what_it_uses) {
    EXPECT_EQ(asked_of_gardens("p1=seen&p1.jak=starsi&p1.od=1.1.2026&p1.dni=30").text(),
              "seznam=zahrady&sloupec=name&p1=seen&p1.jak=starsi&p1.dni=30");
    EXPECT_EQ(asked_of_gardens("p1=name&p1.jak=rozmezi&p1.h=a").conditions[0].how, "obsahuje");
}

TEST(ReportQuestion, says_what_cannot_be_read) {
    auto problems = problems_of(
        asked_of_gardens("p1=seen&p1.od=kdysi&p2=cost&p2.do=moc&p3=seen&p3.jak=starsi&p3.dni=-1"), garden_list());
    ASSERT_EQ(problems.size(), 3u);
    EXPECT_EQ(problems[0].field, "p1.od");
    EXPECT_EQ(problems[1].text, "reports.condition.no_money");
    EXPECT_EQ(problems[2].field, "p3.dni");
}

TEST(ReportQuestion, of_any_length_stays_within_an_address) {
    std::string text = "p1=name&p1.jak=je";
    for (int n = 0; n < 500; ++n) text += "&p1.h=" + std::string(150, 'a') + std::to_string(n);
    auto question = Question::parse("seznam=zahrady&" + text);
    EXPECT_TRUE(question.text().empty() || question.too_long() || question.text().size() < question_bytes_most);
    std::string many;
    for (int n = 1; n <= 60; ++n) many += "&p" + std::to_string(n) + "=name";
    EXPECT_TRUE(Question::parse("seznam=zahrady" + many).too_long());
}

TEST(ReportQuestion, is_built_by_buttons_without_a_script) {
    auto list = garden_list();
    auto question = Question::parse("seznam=zahrady&sloupec=name&sloupec=cost");
    EXPECT_EQ(press(question, {{"posun", "nahoru.cost"}}, list), "sloupce");
    EXPECT_THAT(question.columns, ElementsAre("cost", "name"));
    EXPECT_EQ(press(question, {{"posun", "nahoru.cost"}}, list), "sloupce");    // it is the first already
    EXPECT_THAT(question.columns, ElementsAre("cost", "name"));
    EXPECT_EQ(press(question, {{"pridat", "podminka"}, {"nova", "seen"}}, list), "podminky");
    ASSERT_EQ(question.conditions.size(), 1u);
    EXPECT_EQ(question.conditions[0].how, "rozmezi");
    EXPECT_EQ(press(question, {{"odebrat", "7"}}, list), "podminky");
    EXPECT_EQ(question.conditions.size(), 1u);
    EXPECT_EQ(press(question, {{"odebrat", "1"}}, list), "podminky");
    EXPECT_THAT(question.conditions, IsEmpty());
    EXPECT_EQ(press(question, {{"strana", "2"}}, list), std::nullopt);
}

TEST(ReportResult, lets_through_what_fits_every_condition) {
    EXPECT_THAT(names_found("p1=name&p1.jak=obsahuje&p1.h=CAJ"), ElementsAre("Čajovna"));
    EXPECT_THAT(names_found("p1=name&p1.jak=je&p1.h=Zahrada"), ElementsAre("Zahrada"));
    EXPECT_THAT(names_found("p1=kinds&p1.jak=jeden&p1.h=hops"), ElementsAre("Chmelnice"));
    EXPECT_THAT(names_found("p1=kinds&p1.jak=zadny&p1.h=herbs"), ElementsAre("Čajovna"));
    EXPECT_THAT(names_found("p1=kinds&p1.jak=prazdne"), ElementsAre("Čajovna"));
    EXPECT_THAT(names_found("p1=open&p1.jak=je&p1.h=ne&p2=cost&p2.od=10"), ElementsAre("Chmelnice"));
    EXPECT_THAT(names_found("p1=amount&p1.jak=rozmezi&p1.od=2,5&p1.do=10"), ElementsAre("Zahrada", "Chmelnice"));
    EXPECT_THAT(names_found("p1=amount&p1.jak=rozmezi"), testing::SizeIs(4));    // not filled in yet
}

TEST(ReportResult, counts_days_from_today_with_both_ends) {
    EXPECT_THAT(names_found("p1=seen&p1.jak=starsi&p1.dni=365"), ElementsAre("Zahrada", "Čajovna"));    // or missing
    EXPECT_THAT(names_found("p1=seen&p1.jak=poslednich&p1.dni=23"), ElementsAre("Chmelnice"));
    EXPECT_THAT(names_found("p1=seen&p1.jak=poslednich&p1.dni=22"), IsEmpty());
    EXPECT_THAT(names_found("p1=seen&p1.jak=rozmezi&p1.od=1. 1. 2026&p1.do=5. 1. 2026"), ElementsAre("Cibulárna"));
}

TEST(ReportResult, stands_in_czech_order_and_what_is_missing_last) {
    EXPECT_THAT(names_found("razeni=name"), ElementsAre("Cibulárna", "Čajovna", "Chmelnice", "Zahrada"));
    EXPECT_THAT(names_found("razeni=seen&smer=dolu"), ElementsAre("Chmelnice", "Cibulárna", "Zahrada", "Čajovna"));
    EXPECT_THAT(names_found("razeni=amount"), ElementsAre("Čajovna", "Chmelnice", "Zahrada", "Cibulárna"));
}

TEST(ReportResult, groups_by_one_and_two_columns) {
    EXPECT_THAT(groups_found("skupina=kinds"), ElementsAre("Bylinky 3", "Chmel 1", " 1"));
    EXPECT_THAT(groups_found("skupina=seen"), ElementsAre("2024 1", "2026 2", " 1"));
    EXPECT_THAT(groups_found("skupina=kinds&skupina2=open"),
                ElementsAre("Bylinky 3", "  ano 1", "  ne 2", "Chmel 1", "  ne 1", " 1", "  ano 1"));
    EXPECT_THAT(groups_found("skupina=unit&razeni=pocet"), ElementsAre("beds 2", " 1", "pots 1"));
}

TEST(ReportResult, finds_the_rows_behind_each_number) {
    auto list = garden_list();
    for (auto key : {"kinds", "seen", "unit", "open", "amount", "cost"}) {
        auto result = evaluate(list, asked_of_gardens("skupina=" + std::string{key}), garden_day);
        for (auto& group : result.groups) {
            auto question = asked_of_gardens("");
            question.conditions.push_back(condition_of_group(*column_of(list, key), group.id, group.missing));
            auto behind = evaluate(list, Question::parse(question.text()), garden_day);
            EXPECT_EQ(behind.all.count, group.count) << key << " " << group.id;
        }
    }
}

// Capacities of different units make no number together.
TEST(ReportResult, adds_up_exactly_and_never_over_units) {
    auto list = garden_list();
    auto question = asked_of_gardens("sloupec=amount&sloupec=cost&skupina=unit");
    auto result = evaluate(list, question, garden_day);
    auto& beds = *std::ranges::find(result.groups, "beds", &Group::id);
    EXPECT_EQ(std::get<Number>(*beds.sums[0].shown(Kind::number, false)), Number{12'500'000});
    EXPECT_EQ(std::get<Number>(*beds.sums[0].shown(Kind::number, true)), Number{6'250'000});
    EXPECT_EQ(std::get<Money>(*beds.sums[1].shown(Kind::money, false)), Money{150'50});
    EXPECT_TRUE(result.all.sums[0].mixed);
    EXPECT_FALSE(result.all.sums[0].shown(Kind::number, false));
    EXPECT_EQ(std::get<Money>(*result.all.sums[1].shown(Kind::money, false)), Money{151'50});
}

TEST(ReportResult, counts_a_row_of_several_groups_once_in_the_whole) {
    auto result = evaluate(garden_list(), asked_of_gardens("skupina=kinds"), garden_day);
    EXPECT_TRUE(result.several_groups);
    EXPECT_EQ(result.all.count, 4);
}

TEST(ReportResult, asks_the_list_only_for_what_it_needs) {
    auto list = garden_list();
    std::vector<bool> wanted;
    auto read = list.read;
    list.read = [&](const Wanted& those, const TakeRow& take) { wanted = those.those, read(those, take); };
    evaluate(list, asked_of_gardens("p1=open&p1.jak=je&p1.h=ano"), garden_day);
    EXPECT_THAT(wanted, ElementsAre(true, false, false, false, false, false, true));
}

}
