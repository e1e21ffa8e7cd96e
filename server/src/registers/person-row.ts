import type { PartialDate } from '@sotay/domain/kernel/partial-date';
import type { PlainDate } from '@sotay/domain/kernel/plain-date';
import type { Education, Marital, Method, Relation, Sex } from '@sotay/domain/packs/tt01-2022/code-lists';
import type { PersonName } from '@sotay/domain/register/person-fields';

import type { Residence } from './code-words.ts';

/** One person as a row tells. */
export type PersonRow = {
  readonly sheet: string;
  readonly row: number;
  /** Of the household: as told, without the number of the A0 sheet ("100" of "100.2"). */
  readonly number: string;
  /** The A0 sheet of a household that fills several: 1, 2 …; 0 where the number names none. */
  readonly tab: number;
  readonly name: PersonName;
  readonly sex: Sex;
  readonly born: PartialDate;
  readonly isBornAbout: boolean;
  readonly relation: Relation;
  readonly residence: Residence;
  readonly insuranceNumber?: string;
  readonly nationalId?: string;
  readonly ethnicity?: string;
  readonly education?: Education;
  readonly marital?: Marital;
  readonly method?: { readonly method: Method; readonly on: PlainDate };
  readonly address?: string;
  readonly phone?: string;
};
