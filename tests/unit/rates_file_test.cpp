// The European Central Bank's csv, xml and zip: what is read, and what is said of broken ones.
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>
#include <zlib.h>

#include "rates/rate_file.hpp"
#include "support/catch.hpp"

using namespace figbook;

namespace {

// The rates as "USD 2025-02-12 1.037" lines.
std::string listed(const Result<RateFile>& file) {
    if (!file) return "problem: " + to_string(file.problem());
    std::string text;
    for (const EuroRate& rate : file->rates)
        text += rate.currency + " " + iso(rate.day) + " " + rate.per_euro.to_string() + "\n";
    for (const Problem& problem : file->problems) text += "problem: " + to_string(problem) + "\n";
    return text;
}

std::string little_endian(std::uint32_t value, int bytes) {
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xff);
    return text;
}

std::string deflated(const std::string& content) {
    std::string packed(content.size() + 100, '\0');
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.data()));
    stream.avail_in = static_cast<uInt>(content.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

// What a zip archive of one file says of it; a test breaks one thing.
struct Archive {
    std::string name = "eurofxref.csv";
    std::string packed;
    std::uint32_t method = 8;
    std::uint32_t flags = 0;
    std::uint32_t checksum = 0;
    std::uint32_t size = 0;
    std::uint32_t packed_size = 0;
    std::uint32_t header_at = 0;
    std::uint32_t files = 1;
    std::uint32_t directory_shift = 0;

    explicit Archive(const std::string& content, bool pack = true)
        : packed(pack ? deflated(content) : content),
          method(pack ? 8 : 0),
          checksum(static_cast<std::uint32_t>(
              crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size())))),
          size(static_cast<std::uint32_t>(content.size())),
          packed_size(static_cast<std::uint32_t>(packed.size())) {}

    std::string bytes() const {
        const auto name_size = static_cast<std::uint32_t>(name.size());
        const std::string common = little_endian(20, 2) + little_endian(flags, 2) + little_endian(method, 2) +
                                   little_endian(0, 4) + little_endian(checksum, 4) +
                                   little_endian(packed_size, 4) + little_endian(size, 4) +
                                   little_endian(name_size, 2) + little_endian(0, 2);
        const std::string local = "PK\x03\x04" + common + name + packed;
        const std::string directory = "PK\x01\x02" + little_endian(20, 2) + common + little_endian(0, 2) +
                                      little_endian(0, 2) + little_endian(0, 2) + little_endian(0, 4) +
                                      little_endian(header_at, 4) + name;
        const std::string end = "PK\x05\x06" + little_endian(0, 4) + little_endian(files, 2) +
                                little_endian(files, 2) +
                                little_endian(static_cast<std::uint32_t>(directory.size()), 4) +
                                little_endian(static_cast<std::uint32_t>(local.size()) + directory_shift, 4) +
                                little_endian(0, 2);
        return local + directory + end;
    }
};

const std::string csv = "Date,USD,JPY,BGN,\n2025-02-12,1.037,159.22,N/A,\n2025-02-11,1.0324,157.28,1.9558,\n";
const std::string csv_listed =
    "USD 2025-02-12 1.037\nJPY 2025-02-12 159.22\nUSD 2025-02-11 1.0324\nJPY 2025-02-11 157.28\nBGN "
    "2025-02-11 1.9558\n";

}  // namespace

TEST_CASE("the csv of the history and of one day", "[rates]") {
    CHECK(listed(read_rates(csv, "h.csv")) == csv_listed);
    CHECK(listed(read_rates("\xEF\xBB\xBF"
                            "Date,USD,\r\n2025-02-12,1.0370,\r\n\r\n",
                            "h.csv")) == "USD 2025-02-12 1.037\n");
    CHECK(listed(read_rates("Date, USD, JPY, \n12 February 2025, 1.0370, 159.22, \n", "d.csv")) ==
          "USD 2025-02-12 1.037\nJPY 2025-02-12 159.22\n");
}

TEST_CASE("a bad line of a csv is a problem with its number and the rest is read", "[rates]") {
    const std::string text =
        "Date,USD,JPY,\n2025-02-30,1.037,159.22,\n2025-02-12,1.037,\n2025-02-11,1.0324,oops,\n"
        "31 Smarch "
        "2025,1,2,\n2025-02-10,-1,2,\n2025-02-07,1.0377,157.44,\n2025-02-07,1.0378,157.44,\n\x1b[31m,1,2,\n";
    CHECK(listed(read_rates(text, "h.csv")) ==
          "USD 2025-02-07 1.0377\nJPY 2025-02-07 157.44\n"
          "problem: h.csv:2: '2025-02-30' is not a date; the line is left out\n"
          "problem: h.csv:3: 2 cells where the header has 3; the line may be cut off; it is left out\n"
          "problem: h.csv:4: 'oops' is not a rate of JPY; the line is left out\n"
          "problem: h.csv:5: '31 Smarch 2025' is not a date; the line is left out\n"
          "problem: h.csv:6: '-1' is not a rate of USD; the line is left out\n"
          "problem: h.csv:9: '?[31m' is not a date; the line is left out\n"
          "problem: h.csv: two rates of USD on 2025-02-07: 1.0377 and 1.0378; the first is taken\n");
}

TEST_CASE("problems are not repeated without end", "[rates]") {
    std::string text = "Date,USD,\n2025-02-12,1.037,\n";
    for (int i = 0; i < 1000; ++i) text += "x,1,\n";
    const auto file = read_rates(text, "h.csv");
    REQUIRE(file);
    CHECK(file->problems.size() == 51);
    CHECK(to_string(file->problems.back()) == "h.csv: 950 more problems");
}

TEST_CASE("what is no file of rates is a problem as a whole", "[rates]") {
    for (const std::string text :
         {"", " \n\n", "hello", "Date,\n", "Date,dollars,\n2025-02-12,1,\n", "Date,USD,\n",
          "Date,USD,\nx,1,\n", "<html></html>", "<a>", "<", "<!DOCTYPE x []><a/>"}) {
        INFO(text);
        CHECK(!read_rates(text, "x"));
    }
    CHECK(listed(read_rates("hello", "x")).starts_with("problem: x:1: not a table of reference rates; "));
    CHECK(listed(read_rates("Date,USD,\n", "x")).starts_with("problem: x: no reference rates in the file; "));
    CHECK(listed(read_rate_file("no-such-file.csv")) ==
          "problem: no-such-file.csv: there is no such file; check the name");
    CHECK(listed(read_rate_file(std::filesystem::temp_directory_path())).find("this is a folder") !=
          std::string::npos);
}

TEST_CASE("the xml", "[rates]") {
    const std::string xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- <Cube currency='USD' rate='9'/> -->\n"
        "<gesmes:Envelope xmlns:gesmes=\"http://www.gesmes.org/xml/2002-08-01\">\n"
        "  <gesmes:subject>Reference rates</gesmes:subject>\n  <Cube>\n    <Cube time='2025-02-12'>\n"
        "      <Cube currency='USD' rate='1.0370'/>\n      <Cube currency=\"JPY\" rate=\"159.22\" />\n    "
        "</Cube>\n"
        "    <Cube time=\"2025-02-11\"><Cube currency=\"USD\" rate=\"1.0324\"></Cube></Cube>\n  "
        "</Cube>\n</gesmes:Envelope>\n";
    CHECK(listed(read_rates(xml, "d.xml")) ==
          "USD 2025-02-12 1.037\nJPY 2025-02-12 159.22\nUSD 2025-02-11 1.0324\n");
}

TEST_CASE("broken xml keeps what was read and says where it broke", "[rates]") {
    const std::string start = "<Cube>\n<Cube time='2025-02-12'>\n<Cube currency='USD' rate='1.037'/>\n";
    const std::string read = "USD 2025-02-12 1.037\n";
    CHECK(listed(read_rates(start, "x.xml")) ==
          read + "problem: x.xml:4: '<Cube>' is never closed; download the file again; it may be cut off\n");
    CHECK(listed(read_rates(start + "<Cube currency='JPY' ra", "x.xml")) ==
          read + "problem: x.xml:4: a tag that never ends; download the file again; it may be cut off\n");
    CHECK(listed(read_rates(start + "<Cube currency='JPY' rate='0'/>\n</Cube></Cube>", "x.xml")) ==
          read + "problem: x.xml:4: 'JPY' at '0' is not a rate of a currency; it is left out\n");
    CHECK(listed(read_rates(start + "<Cube currency=JPY rate='1'/>\n</Cube></Cube>", "x.xml"))
              .starts_with(read + "problem: x.xml:4: a malformed tag '<Cube currency=JPY rate='1'>'"));
    CHECK(listed(read_rates(start + "</Cube>\n<Cube currency='JPY' rate='1'/></Cube>", "x.xml")) ==
          read + "problem: x.xml:5: a rate of JPY without a day; it is left out\n");
    CHECK(listed(read_rates(
              start + "</Cube>\n<Cube time='2025-02-30'><Cube currency='JPY' rate='1'/></Cube></Cube>",
              "x.xml")) == read +
                               "problem: x.xml:5: '2025-02-30' is not a date; its rates are left out\n"
                               "problem: x.xml:5: a rate of JPY without a day; it is left out\n");
    CHECK(listed(read_rates(start + "<!ENTITY x 'y'>", "x.xml")).find("x.xml:4: a document type") !=
          std::string::npos);
    std::string deep = start;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    CHECK(listed(read_rates(deep, "x.xml")).find("too deep") != std::string::npos);
}

TEST_CASE("the zip around a csv or an xml", "[rates]") {
    CHECK(listed(read_rates(Archive(csv).bytes(), "h.zip")) == csv_listed);
    CHECK(listed(read_rates(Archive(csv, false).bytes(), "h.zip")) == csv_listed);
    CHECK(listed(read_rates(Archive("Date,USD,\nx,1,\n2025-02-12,1.037,\n").bytes(), "h.zip")) ==
          "USD 2025-02-12 1.037\nproblem: h.zip(eurofxref.csv):2: 'x' is not a date; the line is left out\n");
}

TEST_CASE("a broken or hostile zip is a problem", "[rates]") {
    const auto problem_of = [](const Archive& archive) {
        return listed(read_rates(archive.bytes(), "h.zip"));
    };
    Archive archive(csv);
    const auto with = [&](auto change) {
        Archive changed = archive;
        change(changed);
        return problem_of(changed);
    };
    CHECK(with([](Archive& a) { a.flags = 1; }).find("is encrypted") != std::string::npos);
    CHECK(with([](Archive& a) { a.method = 12; }).find("packed with method 12") != std::string::npos);
    CHECK(with([](Archive& a) { a.files = 2; }).find("holds 2 files") != std::string::npos);
    CHECK(with([](Archive& a) { a.checksum ^= 1; }).find("wrong checksum") != std::string::npos);
    CHECK(with([](Archive& a) { a.size = 0xffffffff; }).find("the limit is") != std::string::npos);
    CHECK(with([](Archive& a) { a.size += 1; }).find("does not unpack") != std::string::npos);
    CHECK(with([](Archive& a) { a.size -= 1; }).find("does not unpack") != std::string::npos);
    CHECK(with([](Archive& a) { a.packed_size = 0x7fffffff; }).find("cut off") != std::string::npos);
    CHECK(with([](Archive& a) { a.packed_size -= 5; }).find("does not unpack") != std::string::npos);
    CHECK(with([](Archive& a) { a.header_at = 0xfffffffe; }).find("points to no file") != std::string::npos);
    CHECK(with([](Archive& a) { a.directory_shift = 0x7fffffff; }).find("directory is broken") !=
          std::string::npos);
    CHECK(with([](Archive& a) { a.packed[0] = '\x06'; }).find("does not unpack") != std::string::npos);
    CHECK(with([](Archive& a) { a.method = 0; }).find("does not unpack") != std::string::npos);
    CHECK(with([](Archive& a) { a.name = "\x1b]0;x"; }) == csv_listed);
    // Cut at every place, and with each byte of the headers changed: never more than a problem.
    const std::string bytes = archive.bytes();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK(!read_rates(bytes.substr(0, size), "h.zip"));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0xff);
        const auto file = read_rates(changed, "h.zip");
        if (file) CHECK(listed(file) == csv_listed);
    }
}

TEST_CASE("a zip bomb stops at the limit", "[rates]") {
    Archive bomb(std::string(8 << 20, '\n') + csv);
    bomb.size = 1 << 10;  // it says that it is small
    CHECK(listed(read_rates(bomb.bytes(), "bomb.zip")).find("does not unpack to the size") !=
          std::string::npos);
}
