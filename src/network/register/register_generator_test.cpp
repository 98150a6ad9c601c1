// The generator of register files (bench/make_register.py) and the reader agree: every trap is written, none catches
// us.
#include "network/register/register_fields.hpp"
#include "network/register/register_file.hpp"
#include "tests/source_folder.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

namespace network {
namespace {

std::filesystem::path made(const std::string& name, const std::string& arguments) {
    auto file = std::filesystem::path{testing::TempDir()} / name;
    auto command = "python3 \'" + source_folder() + "/bench/make_register.py' " + arguments + " --out '" +
                   file.string() + "' > /dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return file;
}

using Prints = std::map<std::string, RegisterFingerprint>;

Prints prints_of(const std::filesystem::path& file) {
    Prints prints;
    read_register_file(file, [&](RegisterService&& service) { prints[service.identifier] = fingerprint(service); });
    return prints;
}

}

TEST(RegisterGenerator, its_persons_stand_in_the_file_and_nowhere_behind_the_reader) {
    auto file = made("register_generator_test.json", "--services 400 --seed 7");
    std::ifstream in{file};
    std::string whole{std::istreambuf_iterator<char>{in}, {}};
    constexpr std::string_view surnames[]{"Nesmívejít", "Neproniknutelná", "Zamlčený", "Nezveřejněná"};
    for (auto surname : surnames) EXPECT_NE(whole.find(surname), whole.npos);

    auto summary = read_register_file(file, [&](RegisterService&& service) {
        for (auto& field : fields_of(service))
            for (auto surname : surnames)
                EXPECT_EQ((field.about + field.text).find(surname), std::string::npos) << field.name;
    });
    EXPECT_EQ(summary.services, 400u);
    EXPECT_EQ(summary.facilities + summary.repeated_facilities, 1123u);    // 400 × 18 907 / 6 733
    EXPECT_GT(summary.repeated_facilities, 0u);
    EXPECT_GT(summary.secret_facilities, 0u);
    EXPECT_GT(summary.facilities_without_address_code, 0u);
    for (auto& warning : summary.warnings.all())
        for (auto& value : warning.values)
            for (auto surname : surnames) EXPECT_EQ(value.find(surname), value.npos);
    std::filesystem::remove(file);
}

TEST(RegisterGenerator, the_day_after_has_new_changed_and_vanished_services_and_leaves_the_rest_alone) {
    auto first = made("register_day_1.json", "--services 200");
    auto second = made("register_day_2.json", "--services 200 --next-day --new 0.05 --changed 0.1 --vanished 0.1");
    auto before = prints_of(first), after = prints_of(second);
    std::size_t same = 0, changed = 0, gone = 0;
    for (auto& [identifier, print] : before) {
        auto found = after.find(identifier);
        found == after.end() ? ++gone : found->second == print ? ++same : ++changed;
    }
    EXPECT_GT(gone, 10u);
    EXPECT_GT(changed, 10u);
    EXPECT_GT(same, 100u);
    EXPECT_EQ(after.size() - same - changed, 10u) << "new ones";
    std::filesystem::remove(first), std::filesystem::remove(second);
}

}
