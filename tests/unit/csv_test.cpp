#include "base/csv.hpp"

#include <stdexcept>

#include "support/catch.hpp"

namespace figbook {

TEST_CASE("csv: a table") {
    const CsvTable table = read_csv("# a comment\ncode,name\nEUR,euro\n\"a,b\",\"say \"\"x\"\"\"\nGBP\n");
    CHECK(table.header == std::vector<std::string>{"code", "name"});
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0][table.column("name")] == "euro");
    CHECK(table.rows[1] == std::vector<std::string>{"a,b", "say \"x\""});
    CHECK(table.rows[2] == std::vector<std::string>{"GBP", ""});
    CHECK_THROWS_AS(table.column("price"), std::out_of_range);
}

TEST_CASE("csv: what is no table") {
    CHECK_THROWS_AS(read_csv("a,b\n1,2,3\n"), std::invalid_argument);
    CHECK_THROWS_AS(read_csv("a,b\n\"1,2\n"), std::invalid_argument);
}

TEST_CASE("csv: a cell written and read is the same") {
    for (const std::string text : {"plain", "a,b", "say \"x\"", "two\nlines", "", "#1"}) {
        CAPTURE(text);
        const CsvTable table = read_csv("first,second\nx," + csv_cell(text) + "\n");
        REQUIRE(table.rows.size() == 1);
        CHECK(table.rows[0][1] == text);
    }
}

TEST_CASE("csv: split") {
    CHECK(split("a|b||c", '|') == std::vector<std::string>{"a", "b", "", "c"});
    CHECK(split("", '|').empty());
}

}  // namespace figbook

TEST_CASE("a cell that a spreadsheet would run is kept from it", "[csv]") {
    CHECK(figbook::spreadsheet_cell("=1+1") == "'=1+1");
    CHECK(figbook::spreadsheet_cell("@x,y") == "\"'@x,y\"");
    for (const char* formula : {"+1+1", "-1+1", "-", "\t=1"})
        CHECK(figbook::spreadsheet_cell(formula).starts_with("'"));
    CHECK(figbook::spreadsheet_cell("\r=1") == "'\\u000d=1");
    CHECK(figbook::spreadsheet_cell("\n=1") == "\"'\n=1\"");
    CHECK(figbook::spreadsheet_cell("＝1+1") == "'＝1+1");
    CHECK(figbook::spreadsheet_cell("-5.2") == "-5.2");
    CHECK(figbook::spreadsheet_cell("plain") == "plain");
    CHECK(figbook::spreadsheet_cell("\x1b[2J\u202e") == "\\u001b[2J\\u202e");
    CHECK(figbook::spreadsheet_cell("two\r\nlines") == "\"two\r\nlines\"");
}
